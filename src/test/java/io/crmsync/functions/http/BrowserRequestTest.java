package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import io.crmsync.functions.Platform;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserRequestTest {
  private static final String HOST = "sync.example.com";
  private static final String JSON = "application/json";
  private static final String SESSION = "a=b; AppServiceAuthSession=x; c=d";

  /** 0: answered. A session is a cookie; "-" is a header that is not there. */
  @ParameterizedTest
  @CsvSource({
    // Not a browser: nothing is asked.
    "GET,    -,           -,                                 no,   0",
    "POST,   -,           -,                                 no,   0",
    "DELETE, -,           -,                                 no,   0",
    // The browser says it.
    "GET,    same-origin, -,                                 yes,  0",
    "GET,    none,        -,                                 yes,  0",
    "GET,    same-site,   -,                                 yes,  403",
    "GET,    cross-site,  -,                                 yes,  403",
    "POST,   same-origin, https://sync.example.com,          yes,  0",
    "POST,   none,        -,                                 yes,  403",
    "POST,   same-site,   https://www.example.com,           yes,  403",
    "POST,   cross-site,  https://evil.example,              yes,  403",
    "POST,   cross-site,  -,                                 yes,  403",
    "POST,   cross-site,  https://sync.example.com,          yes,  403",
    "POST,   SAME-ORIGIN, -,                                 yes,  403",
    "POST,   '',          -,                                 yes,  403",
    "DELETE, same-origin, https://sync.example.com,          yes,  0",
    "DELETE, cross-site,  https://evil.example,              yes,  403",
    "DELETE, none,        -,                                 yes,  403",
    // A proxy in front calls us by another name; the browser knows better.
    "POST,   same-origin, https://outlook-sync.example.com,  yes,  0",
    // It has no session, or a token: it still came from another site.
    "POST,   cross-site,  https://evil.example,              no,   403",
    // An older browser names the page's origin.
    "POST,   -,           https://sync.example.com,          yes,  0",
    "POST,   -,           https://SYNC.example.com,          yes,  0",
    "POST,   -,           http://sync.example.com,           yes,  403",
    "POST,   -,           https://sync.example.com:8443,     yes,  403",
    "POST,   -,           https://sync.example.com.evil.example, yes, 403",
    "POST,   -,           https://evilsync.example.com,      yes,  403",
    "POST,   -,           null,                              yes,  403",
    "POST,   -,           '',                                yes,  403",
    "POST,   -,           https://evil.example,              no,   403",
    "DELETE, -,           https://evil.example,              yes,  403",
    "GET,    -,           https://evil.example,              yes,  403",
    // A session without a word where from: readable, but nothing is changed.
    "GET,    -,           -,                                 yes,  0",
    "POST,   -,           -,                                 yes,  403",
    "DELETE, -,           -,                                 yes,  403",
  })
  void onlyOurOwnPageMakesABrowserAsk(
      HttpMethod method, String fetchSite, String origin, String session, int status) {
    Map<String, String> headers = new HashMap<>(Map.of("host", HOST));
    put(headers, "sec-fetch-site", fetchSite);
    put(headers, "origin", origin);
    put(headers, "cookie", session.equals("yes") ? SESSION : "-");

    assertThat(status(method, headers, Optional.empty())).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:7071,    http://127.0.0.1:7071,    0",
    "localhost:7071,    http://localhost:7071,    0",
    "127.0.0.1:7071,    http://127.0.0.1:7072,    403",
    "127.0.0.1:7071,    http://localhost:7071,    403",
    "127.0.0.1.example, http://127.0.0.1.example, 403",
  })
  void onThisMachinePlainHttpWillDo(String host, String origin, int status) {
    assertThat(status(HttpMethod.POST, Map.of("host", host, "origin", origin), Optional.empty()))
        .isEqualTo(status);
  }

  @Test
  void theHostMayBeTheOneThatAProxyKept() {
    Map<String, String> headers =
        Map.of(
            "host",
            "app-1.azurewebsites.net",
            "x-forwarded-host",
            HOST,
            "origin",
            "https://" + HOST);

    assertThat(status(HttpMethod.POST, headers, Optional.empty())).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json,                  0",
    "Application/JSON; charset=utf-8,   0",
    "text/plain;charset=UTF-8,          415",
    "application/x-www-form-urlencoded, 415",
    "multipart/form-data; boundary=x,   415",
    "text/plain; application/json,      415",
    "application/jsonp,                 415",
    "-,                                 415",
  })
  void fromABrowserABodyIsJson(String type, int status) {
    Map<String, String> headers = new HashMap<>(Map.of("sec-fetch-site", "same-origin"));
    put(headers, "content-type", type);

    assertThat(status(HttpMethod.POST, headers, Optional.of("{}"))).isEqualTo(status);
    assertThat(status(HttpMethod.POST, headers, Optional.empty())).isZero();
  }

  /** What the README tells people to type says no type, or a form's. */
  @ParameterizedTest
  @ValueSource(strings = {JSON, "application/x-www-form-urlencoded", "text/plain", "-"})
  void withoutABrowserTheTypeIsNotAsked(String type) {
    Map<String, String> headers = new HashMap<>(Map.of("authorization", "Bearer x"));
    put(headers, "content-type", type);

    assertThat(status(HttpMethod.POST, headers, Optional.of("{}"))).isZero();
  }

  /** One of two is not believed: which would the platform have looked at? */
  @Test
  void aMarkThatIsThereTwiceSaysNothingGood() {
    Map<String, String> headers =
        Map.of(
            "Origin",
            "https://" + HOST,
            "origin",
            "https://evil.example",
            "host",
            HOST,
            "cookie",
            SESSION);

    assertThat(status(HttpMethod.POST, headers, Optional.empty())).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(HttpMethod.class)
  void whatIsNotReadingNeedsOurPage(HttpMethod method) {
    boolean reading = method == HttpMethod.GET || method == HttpMethod.HEAD;

    assertThat(status(method, Map.of("sec-fetch-site", "none"), Optional.empty()))
        .isEqualTo(reading ? 0 : 403);
  }

  private static void put(Map<String, String> headers, String name, String value) {
    if (!value.equals("-")) {
      headers.put(name, value);
    }
  }

  private static int status(HttpMethod method, Map<String, String> headers, Optional<String> body) {
    HttpRequestMessage<Optional<String>> request = Platform.request(headers, Map.of(), body);
    when(request.getHttpMethod()).thenReturn(method);
    return new BrowserRequest(request).refusal().map(Problem::status).orElse(0);
  }
}
