package io.crmsync.localapp.host;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers HTTP on the loopback address for the HTTP functions. Unknown route and wrong method are
 * both 404, as in Azure; a function that throws is 500 without a word why.
 */
final class HttpFront implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService workers =
      Executors.newCachedThreadPool(DaemonThreads.named("http"));
  private final List<HttpFunction> functions;
  private final Optional<LocalAuthentication> authentication;
  private final RequestPath paths;
  private final Invoker invoker;
  private final InFlight inFlight = new InFlight();

  private HttpFront(HostSetup setup, FunctionTable table, Invoker invoker) throws IOException {
    this.functions = table.https();
    this.authentication = setup.authentication();
    this.paths = RequestPath.fromHostJson(setup.hostJson());
    this.invoker = invoker;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    this.server = HttpServer.create(new InetSocketAddress(loopback, setup.httpPort()), 0);
    server.setExecutor(workers);
    server.createContext("/", this::handle);
  }

  static HttpFront start(HostSetup setup, FunctionTable table, Invoker invoker) {
    try {
      HttpFront front = new HttpFront(setup, table, invoker);
      front.server.start();
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + setup.httpPort() + " can't be had", e);
    }
  }

  /** Such as http://127.0.0.1:7071. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Waits for the requests that are being answered, then ends. */
  @Override
  public void close() {
    try {
      inFlight.awaitAtMost(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    workers.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    inFlight.add();
    try (exchange) {
      route(exchange);
    } finally {
      inFlight.remove();
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    if (authentication.isPresent() && LocalSignIn.serves(exchange.getRequestURI())) {
      new LocalSignIn(authentication.get().people()).answer(exchange);
      return;
    }
    Optional<ReceivedRequest> request = RequestReader.read(exchange, address(), authentication);
    if (request.isPresent() && !admitted(request.get())) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      exchange.sendResponseHeaders(401, -1);
      return;
    }
    Optional<Match> match = request.flatMap(this::match);
    if (match.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      answer(exchange, match.get());
    }
  }

  private boolean admitted(ReceivedRequest request) {
    return authentication.map(plays -> plays.admits(request)).orElse(true);
  }

  private Optional<Match> match(ReceivedRequest request) {
    return paths
        .segments(request.uri())
        .flatMap(
            path ->
                functions.stream()
                    .filter(function -> function.answers(request.method()))
                    .flatMap(function -> match(function, path, request).stream())
                    .findFirst());
  }

  private static Optional<Match> match(
      HttpFunction function, List<String> path, ReceivedRequest request) {
    return function.route().match(path).map(parameters -> new Match(function, parameters, request));
  }

  private void answer(HttpExchange exchange, Match match) throws IOException {
    try {
      Optional<Object> result =
          invoker.invoke(match.function().bound(), match.request(), match.metadata());
      ResponseWriter.write(exchange, (HttpResponseMessage) result.orElseThrow());
    } catch (FunctionFailed e) {
      exchange.sendResponseHeaders(500, -1);
    }
  }

  private record Match(
      HttpFunction function, Map<String, String> parameters, ReceivedRequest request) {

    /** Path parameters, and query parameters of other names. */
    Map<String, String> metadata() {
      Map<String, String> metadata = new java.util.HashMap<>(request.query());
      metadata.putAll(parameters);
      return metadata;
    }
  }
}
