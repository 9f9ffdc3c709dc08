package io.crmsync.simulators.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends replies, whole or not, at once or later. */
final class Wire {
  private final CountDownLatch closed = new CountDownLatch(1);

  void send(HttpExchange exchange, Reply reply) throws IOException {
    await(reply);
    try (exchange) {
      if (reply.delivery() != Reply.Delivery.NOTHING) {
        byte[] body = reply.body().getBytes(UTF_8);
        head(exchange, reply, body.length);
        exchange.getResponseBody().write(body, 0, lengthThatArrives(body, reply));
      }
    }
  }

  /** Ends all waiting. */
  void close() {
    closed.countDown();
  }

  private void await(Reply reply) {
    try {
      var unused = closed.await(reply.delay().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void head(HttpExchange exchange, Reply reply, int length) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    reply.contentType().ifPresent(type -> headers.set("Content-Type", type));
    reply.retryAfter().ifPresent(value -> headers.set("Retry-After", value));
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
  }

  private static int lengthThatArrives(byte[] body, Reply reply) {
    return reply.delivery() == Reply.Delivery.HALF ? body.length / 2 : body.length;
  }
}
