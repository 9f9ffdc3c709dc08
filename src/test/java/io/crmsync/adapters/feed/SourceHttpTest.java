package io.crmsync.adapters.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.crmsync.adapters.source.Credentials;
import io.crmsync.adapters.source.SourceHttp;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a simulated CRM would never send. */
class SourceHttpTest {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private String answer = "{\"items\":[],\"last\":true}";
  private int status = 200;

  SourceHttpTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void theBaseMayHaveAPathWithOrWithoutASlash() {
    for (String path : List.of("", "/", "/feed/v1", "/feed/v1/")) {
      feed(path).contacts("run", Optional.of(new ContactId("a~1")), 5);
    }
    feed("/feed/").contact(new ContactId("zz"));
    assertThat(asked)
        .containsExactly(
            "GET /contacts?after=a~1&limit=5",
            "GET /contacts?after=a~1&limit=5",
            "GET /feed/v1/contacts?after=a~1&limit=5",
            "GET /feed/v1/contacts?after=a~1&limit=5",
            "GET /feed/contacts/zz");
  }

  @Test
  void aRedirectIsNotFollowed() {
    status = 302;
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> feed("").directory())
        .withMessage("users: status 302");
    assertThat(asked).hasSize(1);
  }

  @Test
  void aBodyWithoutEndIsNotRead() {
    answer = "{\"items\":[],\"last\":true," + " ".repeat(1 << 20) + "\"x\":1}";
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> feed("").contacts("run", Optional.empty(), 5))
        .withMessage("contacts: body longer than 1048576 bytes");
  }

  @Test
  void aPageWithMoreRecordsThanAskedForIsRefused() {
    answer = "{\"items\":[" + "{\"id\":\"a\"},".repeat(5) + "{\"id\":\"b\"}],\"last\":true}";
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> feed("").contacts("run", Optional.empty(), 5))
        .withMessage("contacts: more than the 5 records that were asked for");
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> feed("").contacts("run", Optional.empty(), 1))
        .withMessage("contacts: more than the 1 records that were asked for");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"items\":[],\"last\":\"true\"}",
        "{\"items\":[],\"last\":true} {\"items\":[]}",
        "{\"items\":[],\"last\":true,\"last\":false}",
        "{\"items\":[{\"id\":\"a\",]"
      })
  void whatIsNoPageIsBroken(String text) {
    answer = text;
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> feed("").contacts("run", Optional.empty(), 5));
  }

  @Test
  void aMessageNeverQuotesTheAnswer() {
    answer = "{\"items\":[{\"firstName\":\"Secretname\" oops";
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> feed("").contacts("run", Optional.empty(), 5))
        .withMessage("contacts: body is not JSON, or cut off")
        .withNoCause();
  }

  @Test
  void anAnswerAboutAnotherContactIsBroken() {
    answer = "{\"id\":\"b\",\"kind\":\"Person\",\"status\":\"active\"}";
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(() -> feed("").contact(new ContactId("a")));
  }

  @Test
  void nobodyAtThatAddressMeansLater() {
    HttpCrmFeed nobody = feed("");
    server.stop(0);
    assertThatExceptionOfType(CrmUnavailable.class)
        .isThrownBy(nobody::directory)
        .satisfies(e -> assertThat(e.retryAfter()).isEmpty());
  }

  private HttpCrmFeed feed(String path) {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new HttpCrmFeed(
        base, new SourceHttp(Credentials.none(), Clock.systemUTC(), Duration.ofSeconds(20), 1));
  }
}
