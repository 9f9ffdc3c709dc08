package io.crmsync.localapp.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpFrontTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private Path folder;
  private FunctionHost host;

  @BeforeEach
  void startWithTheUsualPrefix(@TempDir Path given) throws IOException {
    folder = given;
    host = start("{}");
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void pathParametersAreDecodedOnceAndQueryAndHeadersPassedOn() throws Exception {
    HttpRequest request =
        request("/api/users/a%2Fb%2520c/contacts?q=x%20y&q=second&empty")
            .header("X-Sample", "one")
            .build();

    assertThat(text(request))
        .isEqualTo("user a/b%20c, q x y, empty '', x-sample one, X-Sample null");
  }

  @Test
  void fixedRoutesGoBeforeParametersInAnyCase() throws Exception {
    assertThat(text(request("/API/Users/ME/contacts").build())).isEqualTo("mine");
  }

  @Test
  void aRestParameterTakesEverySegment() throws Exception {
    assertThat(text(request("/api/page/js/app.js").build())).isEqualTo("page js/app.js");
    assertThat(send(request("/api/page/").build()).statusCode()).isEqualTo(200);
  }

  @Test
  void withoutPrefixARouteIsTheWholePath() throws Exception {
    host.close();
    host = start("{\"extensions\":{\"http\":{\"routePrefix\":\"\"}}}");

    assertThat(text(request("/page/js/app.js").build())).isEqualTo("page js/app.js");
    assertThat(text(request("/page").build())).isEqualTo("page ");
    assertThat(send(request("/api/page/js/app.js").build()).statusCode()).isEqualTo(404);
    assertThat(send(request("/").build()).statusCode()).isEqualTo(404);
  }

  @Test
  void aBodyReachesTheFunctionAndItsAbsenceToo() throws Exception {
    assertThat(text(request("/api/echo").POST(BodyPublishers.ofString("größe")).build()))
        .isEqualTo("got größe");
    assertThat(text(request("/api/echo").POST(BodyPublishers.noBody()).build()))
        .isEqualTo("got nothing");
  }

  @Test
  void aChunkedBodyIsLostAsInAzure() throws Exception {
    HttpRequest chunked =
        request("/api/echo")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[] {65})))
            .build();

    assertThat(text(chunked)).isEqualTo("got nothing");
  }

  @Test
  void statusHeadersAndContentTypeAreTheFunctions() throws Exception {
    HttpResponse<String> plain =
        send(request("/api/echo").POST(BodyPublishers.ofString("x")).build());
    HttpResponse<String> made = send(request("/api/made").build());

    assertThat(plain.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(made.headers().firstValue("Location")).hasValue("/api/made/1");
  }

  @Test
  void unknownRoutesAndWrongMethodsAreNotFoundAsInAzure() throws Exception {
    assertThat(send(request("/api/nothing").build()).statusCode()).isEqualTo(404);
    assertThat(send(request("/users/me/contacts").build()).statusCode()).isEqualTo(404);
    assertThat(send(request("/api/echo").build()).statusCode()).isEqualTo(404);
    assertThat(
            send(request("/api/echo").method("BREW", BodyPublishers.noBody()).build()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aFunctionThatThrowsIsFiveHundredWithoutAWord() throws Exception {
    HttpResponse<String> answer = send(request("/api/broken").build());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEmpty();
    assertThat(host.counts()).containsEntry("Broken", new FunctionCounts(0, 1, 0));
  }

  @Test
  void aQueryParameterThatIsBoundByNameButAbsentIsFiveHundredAsInAzure() throws Exception {
    assertThat(send(request("/api/bound?name=x").build()).statusCode()).isEqualTo(200);
    assertThat(send(request("/api/bound").build()).statusCode()).isEqualTo(500);
  }

  private FunctionHost start(String hostJson) throws IOException {
    return HostSetup.of(List.of(Sample.class))
        .instances(type -> new Sample())
        .hostJson(Files.writeString(folder.resolve("host.json"), hostJson))
        .start();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(host.address().resolve(path));
  }

  private String text(HttpRequest request) throws IOException, InterruptedException {
    return send(request).body();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  public static class Sample {

    @FunctionName("UserContacts")
    public HttpResponseMessage userContacts(
        @HttpTrigger(
                name = "r",
                methods = HttpMethod.GET,
                route = "users/{userId}/contacts",
                authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<Optional<String>> request,
        @BindingName("userId") String userId) {
      var query = request.getQueryParameters();
      var headers = request.getHeaders();
      return ok(
          request,
          "user %s, q %s, empty '%s', x-sample %s, X-Sample %s"
              .formatted(
                  userId,
                  query.get("q"),
                  query.get("empty"),
                  headers.get("x-sample"),
                  headers.get("X-Sample")));
    }

    @FunctionName("Mine")
    public HttpResponseMessage mine(
        @HttpTrigger(
                name = "r",
                methods = HttpMethod.GET,
                route = "users/me/contacts",
                authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<Optional<byte[]>> request) {
      return ok(request, "mine");
    }

    @FunctionName("Page")
    public HttpResponseMessage page(
        @HttpTrigger(name = "r", route = "page/{*file}", authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<Optional<String>> request,
        @BindingName("file") String file) {
      return ok(request, "page " + file);
    }

    @FunctionName("Echo")
    public HttpResponseMessage echo(
        @HttpTrigger(
                name = "r",
                methods = HttpMethod.POST,
                authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<Optional<String>> request) {
      return ok(request, "got " + request.getBody().orElse("nothing"));
    }

    @FunctionName("Made")
    public HttpResponseMessage made(
        @HttpTrigger(name = "r", authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<String> request) {
      return request
          .createResponseBuilder(HttpStatus.OK)
          .status(HttpStatus.CREATED)
          .header("content-type", "application/json")
          .header("Location", "/api/made/1")
          .body("{}")
          .build();
    }

    @FunctionName("Broken")
    public HttpResponseMessage broken(
        @HttpTrigger(name = "r", authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<byte[]> request) {
      throw new IllegalStateException("on purpose " + request.getUri());
    }

    @FunctionName("Bound")
    public HttpResponseMessage bound(
        @HttpTrigger(name = "r", authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<String> request,
        @BindingName("name") String name) {
      return ok(request, name);
    }

    private static HttpResponseMessage ok(HttpRequestMessage<?> request, String text) {
      return request.createResponseBuilder(HttpStatus.OK).body(text).build();
    }
  }
}
