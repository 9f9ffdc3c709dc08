package io.crmsync.localapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.localapp.host.FunctionFailed;
import io.crmsync.localapp.host.FunctionHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * What can be asked of the functions' process beside the functions, on the loopback address: {@code
 * GET /_local/state}, {@code POST /_local/fire/<timer function>}.
 */
final class LocalAdmin {
  private static final String FIRE = "/_local/fire/";

  private final FunctionHost host;
  private final AudiencePolicy policy;
  private final HttpServer server;
  private final ObjectMapper json = new ObjectMapper();

  private LocalAdmin(FunctionHost host, AudiencePolicy policy) throws IOException {
    this.host = host;
    this.policy = policy;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/_local/state", exchange -> send(exchange, 200, state()));
    server.createContext(FIRE, this::fire);
  }

  static LocalAdmin start(FunctionHost host, AudiencePolicy policy) {
    try {
      LocalAdmin admin = new LocalAdmin(host, policy);
      admin.server.start();
      return admin;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private String state() throws IOException {
    FunctionsState state =
        new FunctionsState(
            host.counts(),
            host.queueLengths(),
            host.drained(),
            PeakMemory.bytes(),
            policy.pilot().map(GroupId::value).orElse(""),
            policy.keepInactive());
    return json.writeValueAsString(state);
  }

  private void fire(HttpExchange exchange) throws IOException {
    String function = exchange.getRequestURI().getPath().substring(FIRE.length());
    try {
      host.fire(function);
      send(exchange, 200, "{\"fired\":\"" + function + "\"}");
    } catch (IllegalArgumentException e) {
      send(exchange, 404, "No such timer function.");
    } catch (FunctionFailed e) {
      send(exchange, 500, e.getMessage() + ": " + e.getCause());
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
