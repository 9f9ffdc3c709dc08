package io.crmsync.adapters.feed;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crmsync.adapters.source.Credentials;
import io.crmsync.sync.port.CrmBroken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list of users or groups that never comes to its end. */
class DirectoryEndTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer server;
  private int perPage = 1;

  DirectoryEndTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void aListOfUsersThatComesToNoEndIsRefused() {
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> feed().directory())
        .withMessage("users: no end after 2000 pages");
  }

  @Test
  void moreUsersThanOneDirectoryHoldsAreRefused() {
    perPage = 1000;
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> feed().directory())
        .withMessage("users: more than 100000 records");
  }

  private HttpCrmFeed feed() {
    return new HttpCrmFeed(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        Credentials.none(),
        Clock.systemUTC());
  }

  private void answer(HttpExchange exchange) throws IOException {
    int page = asked.incrementAndGet();
    if (page > 2500) {
      exchange.sendResponseHeaders(410, -1);
      exchange.close();
      return;
    }
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < perPage; i++) {
      int number = page * perPage + i;
      items.append(i == 0 ? "" : ",");
      items.append("{\"id\":\"u%09d\",\"mailbox\":\"u%d@a.example\"".formatted(number, number));
      items.append(",\"active\":true}");
    }
    byte[] body = ("{\"items\":[" + items + "],\"last\":false}").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
