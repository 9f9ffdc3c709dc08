package io.crmsync.simulators.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;

/** Turns exchanges of the JDK's server into calls, and replies into answers. */
final class HttpFront implements HttpHandler {
  private final Function<Call, Reply> endpoint;

  HttpFront(Function<Call, Reply> endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(call(exchange)));
    } catch (ConnectionDropped e) {
      // closing the exchange unanswered closes the connection
    }
  }

  private Reply answer(Call call) {
    try {
      return endpoint.apply(call);
    } catch (ConnectionDropped e) {
      throw e;
    } catch (RuntimeException e) {
      return Reply.text(500, "text/plain", "simulator failed: " + e);
    }
  }

  private static Call call(HttpExchange exchange) throws IOException {
    try (InputStream body = exchange.getRequestBody()) {
      return Call.of(
          exchange.getRequestMethod(),
          exchange.getRequestURI(),
          exchange.getRequestHeaders(),
          new String(body.readAllBytes(), StandardCharsets.UTF_8),
          UUID.randomUUID().toString());
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
