package io.crmsync.adapters.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.crmsync.adapters.source.Credentials;
import io.crmsync.adapters.source.SourceHttp;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.port.CrmSource;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okhttp3.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nothing flows back: the port has no way to write, and its adapter sends nothing but GET. */
@DisplayName("R1: the CRM is only read")
class CrmIsOnlyReadTest {
  /** What may be done to a request: nothing that gives it a body or another method than GET. */
  private static final Set<String> OF_A_GET =
      Set.of("<init>", "url", "header", "addHeader", "build");

  @Test
  void thePortHasNoWayToWrite() {
    assertThat(Arrays.stream(CrmSource.class.getMethods()).map(Method::getName))
        .containsExactlyInAnyOrder(
            "contacts", "contact", "directory", "gathers", "gather", "forget");
  }

  @Test
  void eachOfThemSendsNothingButGet() throws IOException {
    Set<String> sent = Collections.synchronizedSet(new TreeSet<>());
    HttpServer crm =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    crm.createContext(
        "/",
        exchange -> {
          boolean body = exchange.getRequestBody().read() >= 0;
          sent.add(exchange.getRequestMethod() + (body ? " with a body" : ""));
          byte[] answer = "{\"items\":[],\"last\":true}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    crm.start();
    try {
      URI base = URI.create("http://127.0.0.1:" + crm.getAddress().getPort());
      CrmSource feed =
          new HttpCrmFeed(
              base,
              new SourceHttp(Credentials.none(), Clock.systemUTC(), Duration.ofSeconds(20), 1));
      feed.contacts("run", Optional.empty(), 5);
      feed.contact(new ContactId("c1"));
      feed.directory();
    } finally {
      crm.stop(0);
    }
    assertThat(sent).containsExactly("GET");
  }

  @Test
  void noOtherRequestIsWrittenInTheAdapter() {
    Set<String> calls =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.crmsync.adapters.feed", "io.crmsync.adapters.source")
                .stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Request.Builder.class))
                .map(call -> call.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    assertThat(calls).isNotEmpty().isSubsetOf(OF_A_GET);
  }
}
