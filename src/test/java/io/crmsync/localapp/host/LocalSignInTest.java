package io.crmsync.localapp.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser at the host with authentication in front: signed out, signed in, and out again. */
class LocalSignInTest {
  private static final String ANNA = "anna@contoso.example";
  private static final String HOSTILE = "\"><script>x</script>&'@contoso.example";

  private final FunctionHost host =
      HostSetup.of(List.of(Sample.class))
          .instances(type -> new Sample())
          .authentication(
              LocalAuthentication.ofTenant("11111111-2222-3333-4444-555555555555")
                  .people(() -> List.of(ANNA, HOSTILE)))
          .start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/page", "/page/static/app.js", "/api/health"})
  void whatIsOpenToAllNeedsNoSignIn(String path) throws Exception {
    assertThat(send(get(path)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/whoami",
        "/api/nothing",
        "/pages",
        "/api/health/",
        "/api/healthy",
        "/PAGE",
        "/.auth"
      })
  void everythingElseIsRefusedWithoutARedirection(String path) throws Exception {
    HttpResponse<String> answer = send(get(path));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theSignInPageOffersThePeopleThereAreAndNoMarkupOfTheirs() throws Exception {
    HttpResponse<String> page =
        send(get("/.auth/login/aad?post_login_redirect_uri=%2Fpage%22%3E%3Cb%3E"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<option>" + ANNA + "</option>", "value=\"/page&quot;&gt;&lt;b&gt;\"")
        .contains("&quot;&gt;&lt;script&gt;x&lt;/script&gt;&amp;&#39;@contoso.example")
        .doesNotContain("<script>", "<b>");
  }

  @Test
  void whoSignsInIsCalledByNameWhereverTheBrowserGoesNext() throws Exception {
    HttpResponse<String> signedIn = signIn("user=" + ANNA + "&target=%2Fpage%2Fsync%3Fa%3D1");

    assertThat(signedIn.statusCode()).isEqualTo(302);
    assertThat(signedIn.headers().firstValue("Location")).hasValue("/page/sync?a=1");
    assertThat(whoAmI(cookie(signedIn))).contains(ANNA).doesNotContain("Sync.Admin");
  }

  @Test
  void theSessionIsACookieThatNoScriptReads() throws Exception {
    String cookie = signIn("user=" + ANNA).headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(cookie)
        .startsWith("AppServiceAuthSession=")
        .contains("; HttpOnly", "; SameSite=Lax");
  }

  @Test
  void anAdminSaysSo() throws Exception {
    assertThat(whoAmI(cookie(signIn("user=" + ANNA + "&admin=yes")))).contains("Sync.Admin");
  }

  @Test
  void whatABrowserClaimsBesideItsSessionIsDropped() throws Exception {
    HttpRequest.Builder forged = get("/api/whoami").header("X-MS-CLIENT-PRINCIPAL", "forged");

    assertThat(send(forged).statusCode()).isEqualTo(401);
    forged.header("Cookie", cookie(signIn("user=" + ANNA)));
    assertThat(principal(send(forged).body())).contains(ANNA);
  }

  @Test
  void afterSigningOutItIsNobodyAgain() throws Exception {
    HttpResponse<String> out = send(get("/.auth/logout?post_logout_redirect_uri=%2Fpage"));

    assertThat(out.headers().firstValue("Location")).hasValue("/page");
    assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(send(get("/api/whoami").header("Cookie", cookie(out))).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "/page\\..",
        "/page\r\nX-Injected: 1",
        "page",
        "javascript:x",
        ""
      })
  void noSignInLeadsToAnotherSite(String target) throws Exception {
    String encoded = URLEncoder.encode(target, StandardCharsets.UTF_8);

    assertThat(signIn("user=" + ANNA + "&target=" + encoded).headers().firstValue("Location"))
        .hasValue("/");
    assertThat(
            send(get("/.auth/logout?post_logout_redirect_uri=" + encoded))
                .headers()
                .firstValue("Location"))
        .hasValue("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "user=", "user=a:b:c", "user=a%20b"})
  void whoIsNobodyIsNotSignedIn(String form) throws Exception {
    HttpResponse<String> answer = signIn(form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AppServiceAuthSession=",
        "AppServiceAuthSession=%%%",
        "AppServiceAuthSession=YWJj"
      })
  void aCookieThatIsNoneIsNobody(String cookie) throws Exception {
    assertThat(send(get("/api/whoami").header("Cookie", cookie)).statusCode()).isEqualTo(401);
  }

  @Test
  void nobodySignsInByALink() throws Exception {
    assertThat(send(get("/.auth/login/aad/callback?user=" + ANNA)).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> signIn(String form) throws IOException, InterruptedException {
    return send(request("/.auth/login/aad/callback").POST(BodyPublishers.ofString(form)));
  }

  private String whoAmI(String cookie) throws IOException, InterruptedException {
    return principal(send(get("/api/whoami").header("Cookie", "other=1; " + cookie)).body());
  }

  private static String principal(String header) {
    return new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private HttpRequest.Builder get(String path) {
    return request(path).GET();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(host.address() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  public static class Sample {
    @FunctionName("WhoAmI")
    public HttpResponseMessage whoAmI(
        @HttpTrigger(name = "r", route = "api/whoami", authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<Optional<String>> request) {
      return ok(request, request.getHeaders().getOrDefault("x-ms-client-principal", ""));
    }

    @FunctionName("Open")
    public HttpResponseMessage open(
        @HttpTrigger(name = "r", route = "page/{*file}", authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<Optional<String>> request) {
      return ok(request, "page");
    }

    @FunctionName("Healthy")
    public HttpResponseMessage health(
        @HttpTrigger(name = "r", route = "api/health", authLevel = AuthorizationLevel.ANONYMOUS)
            HttpRequestMessage<Optional<String>> request) {
      return ok(request, "ok");
    }

    private static HttpResponseMessage ok(HttpRequestMessage<?> request, String text) {
      return request.createResponseBuilder(HttpStatus.OK).body(text).build();
    }
  }
}
