package io.crmsync.staged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Where an app on App Service gets its tokens: {@code GET
 * <IDENTITY_ENDPOINT>?resource=…&api-version=2019-08-01&client_id=…} with {@code X-IDENTITY-HEADER}
 * (learn.microsoft.com, "How to use managed identities for App Service and Azure Functions").
 */
final class TokenEndpoint implements AutoCloseable {
  private static final String SECRET = "a-secret-of-the-platform";

  /** The queries that were answered. */
  final List<String> answered = new CopyOnWriteArrayList<>();

  private final HttpServer server;

  private TokenEndpoint(HttpServer server) {
    this.server = server;
  }

  static TokenEndpoint start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TokenEndpoint endpoint = new TokenEndpoint(server);
    server.createContext("/msi/token", endpoint::answer);
    server.start();
    return endpoint;
  }

  /** What the platform puts into the app's environment. */
  Map<String, String> environment() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/msi/token");
    return Map.of("IDENTITY_ENDPOINT", address.toString(), "IDENTITY_HEADER", SECRET);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean known = SECRET.equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"));
      byte[] body = (known ? token() : "{}").getBytes(StandardCharsets.UTF_8);
      if (known) {
        answered.add(exchange.getRequestURI().getQuery());
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(known ? 200 : 401, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String token() {
    long end = Instant.now().plus(Duration.ofHours(24)).getEpochSecond();
    return """
        {"access_token":"t","expires_on":"%d","resource":"api://crm","token_type":"Bearer",
        "client_id":"11111111-2222-3333-4444-555555555555"}
        """
        .formatted(end);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
