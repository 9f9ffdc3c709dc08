package io.crmsync.functions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.functions.http.ServePage;
import io.crmsync.localapp.host.FunctionHost;
import io.crmsync.localapp.host.HostSetup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's files over HTTP, from the function at its real address. */
class PageHttpTest {
  private final ServePage page = new ServePage(() -> WebFiles.in("/web-sample/"));
  private final FunctionHost host =
      HostSetup.of(List.of(ServePage.class)).instances(type -> page).start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page",
        "/page/",
        "/page/sync?contactId=c-1",
        "/page/admin",
        "/page/static/page.css"
      })
  void everyFileComesWithTheStrictHeaders(String path) throws Exception {
    HttpHeaders headers = get(path, Map.of()).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow().split("; "))
        .containsExactlyInAnyOrder(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    assertThat(headers.map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
  }

  @Test
  void compressedBytesComeThroughAsTheyAre() throws Exception {
    HttpResponse<byte[]> plain = get("/page/static/page.css", Map.of());
    HttpResponse<byte[]> packed =
        get("/page/static/page.css", Map.of("Accept-Encoding", "gzip, br"));

    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(packed.body()).hasSizeLessThan(plain.body().length);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @Test
  void aBrowserThatAsksAgainIsToldThatNothingChanged() throws Exception {
    String tag = get("/page", Map.of()).headers().firstValue("ETag").orElseThrow();

    HttpResponse<byte[]> again = get("/page", Map.of("If-None-Match", tag));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).hasValue(tag);
    assertThat(again.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page/static/../files.txt",
        "/page/static/..%2Ffiles.txt",
        "/page/static/%2e%2e/files.txt",
        "/page/static/js%2Fapp.js",
        "/page/static/page.css%00",
        "/PAGE/static/page.css",
        "/page/static/PAGE.css",
        "/page/host.json"
      })
  void nothingElseIsThere(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path, Map.of());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  /** Opening a link must do nothing: what the page asks for goes by POST, to the API. */
  @Test
  void thePageAnswersGetAlone() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      HttpRequest request =
          HttpRequest.newBuilder(uri("/page/sync?contactId=c-1"))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(404);
    }
  }

  private HttpResponse<byte[]> get(String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** As it stands: resolving would take the dots out. */
  private URI uri(String path) {
    return URI.create(host.address() + path);
  }
}
