package io.crmsync.adapters.graph;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.sync.port.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives one answer to everything, however odd, and remembers the headers of what was asked. */
final class RawServer implements AutoCloseable {
  final List<Headers> asked = new CopyOnWriteArrayList<>();
  final GraphRequests requests = new GraphRequests();
  private final HttpServer server;

  RawServer(int status, String body, Map<String, String> headers) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", exchange -> answer(exchange, status, body, headers));
    server.start();
  }

  static RawServer json(int status, String body) {
    return new RawServer(status, body, Map.of("Content-Type", "application/json"));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0";
  }

  Mailbox mailbox() {
    GraphMailboxes mailboxes =
        new GraphMailboxes(
            new GraphAddress(URI.create(url())),
            () -> {
              throw new IllegalStateException("no token is wanted on this machine");
            },
            InstantSource.fixed(SimulatedGraph.NOW),
            requests);
    return mailboxes.at(new MailboxAddress("ann@example.org"));
  }

  private void answer(HttpExchange exchange, int status, String body, Map<String, String> headers)
      throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestHeaders());
      exchange.getRequestBody().readAllBytes();
      headers.forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
