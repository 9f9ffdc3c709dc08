package io.crmsync.adapters.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crmsync.localapp.azurite.SharedAzurite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Azurite behind a proxy that passes a write on, and answers 500 in place of its answer. */
final class LostAnswers implements AutoCloseable {
  private static final Pattern TABLES = Pattern.compile("TableEndpoint=(http://[^/]+)([^;]*)");
  private static final Set<String> RESTRICTED = Set.of("host", "connection", "content-length");

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger toLose = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final String azurite;
  private final HttpServer server;

  LostAnswers() throws IOException {
    azurite = tables().group(1);
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = HttpServer.create(free, 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::pass);
    server.start();
  }

  StorageClients clients(String prefix) {
    Matcher tables = tables();
    String here = "http://127.0.0.1:" + server.getAddress().getPort();
    String connection = tables.replaceFirst("TableEndpoint=" + here + "$2");
    return StorageClients.of(connection, new StorageOperations()).withPrefix(prefix);
  }

  /** The answers of the next writes are lost. */
  void loseNext(int writes) {
    toLose.set(writes);
  }

  /** How many were lost. */
  int lost() {
    return lost.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static Matcher tables() {
    Matcher found = TABLES.matcher(SharedAzurite.connectionString());
    if (!found.find()) {
      throw new IllegalStateException("Azurite has no tables");
    }
    return found;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpResponse<byte[]> answer = client.send(request(exchange), bytes());
      boolean write = !exchange.getRequestMethod().equals("GET");
      if (write && toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        lost.incrementAndGet();
        exchange.sendResponseHeaders(500, -1);
        return;
      }
      answer.headers().map().forEach((name, values) -> copy(exchange, name, values.get(0)));
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(azurite + exchange.getRequestURI()))
            .version(HttpClient.Version.HTTP_1_1)
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!RESTRICTED.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.get(0));
              }
            });
    return request.build();
  }

  private static HttpResponse.BodyHandler<byte[]> bytes() {
    return HttpResponse.BodyHandlers.ofByteArray();
  }

  private static void copy(HttpExchange exchange, String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!RESTRICTED.contains(lower) && !lower.equals("transfer-encoding")) {
      exchange.getResponseHeaders().set(name, value);
    }
  }
}
