package io.crmsync.functions.http;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import io.crmsync.functions.wire.Headers;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request that a browser may have sent, with its user's session, though another site's page asked
 * for it (cross-site request forgery). Such a page cannot choose the headers looked at here: it can
 * set none but by asking first (a CORS preflight), which nothing here answers.
 *
 * <p>Callers without a browser (a bearer token, and none of the marks) are not concerned.
 */
final class BrowserRequest {
  private static final String SESSION = "AppServiceAuthSession=";
  private static final Set<HttpMethod> READING = EnumSet.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final HttpRequestMessage<?> request;
  private final Headers headers;
  private final Optional<String> fetchSite;
  private final Optional<String> origin;

  BrowserRequest(HttpRequestMessage<?> request) {
    this.request = request;
    headers = Headers.of(request);
    fetchSite = headers.one("Sec-Fetch-Site");
    origin = headers.one("Origin");
  }

  /** Why it is not answered; none: it is no browser's, or it comes from our own page. */
  Optional<Problem> refusal() {
    if (!marked()) {
      return Optional.empty();
    }
    if (!fromOurPage()) {
      return Optional.of(
          Problem.of(403, "Another site's page asked for this; only this app's own page may."));
    }
    return json()
        ? Optional.empty()
        : Optional.of(Problem.of(415, "From a browser a body must be application/json."));
  }

  private boolean marked() {
    return fetchSite.isPresent() || origin.isPresent() || inSession();
  }

  /** Not decisive alone: where a proxy hides it, the other marks are still there. */
  private boolean inSession() {
    return headers.one("Cookie").filter(cookies -> cookies.contains(SESSION)).isPresent();
  }

  /**
   * Browsers since 2023 say how page and address are related, and cannot be made to lie; older ones
   * name the page's origin with all that is not a GET. {@code none} is an address that the user
   * entered, which never is more than a GET.
   */
  private boolean fromOurPage() {
    boolean reading = READING.contains(request.getHttpMethod());
    return fetchSite
        .map(site -> site.equals("same-origin") || (reading && site.equals("none")))
        .orElseGet(() -> origin.map(this::ours).orElse(reading));
  }

  /**
   * Behind App Service the host is in Host; a proxy in front of it may keep the one that the
   * browser knows in X-Forwarded-Host. Another site's page can set neither.
   */
  private boolean ours(String from) {
    return Stream.of("Host", "X-Forwarded-Host")
        .flatMap(name -> headers.one(name).stream())
        .anyMatch(host -> sameHost(from.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT)));
  }

  private static boolean sameHost(String from, String host) {
    boolean plain = LOOPBACK.contains(host.replaceFirst(":\\d+$", ""));
    return from.equals("https://" + host) || (plain && from.equals("http://" + host));
  }

  /** A form of another site can send any other type without asking. No body needs no type. */
  private boolean json() {
    return body().isEmpty()
        || headers
            .one("Content-Type")
            .filter(type -> type.toLowerCase(Locale.ROOT).matches("application/json(\\s*;.*)?"))
            .isPresent();
  }

  private Optional<?> body() {
    return request.getBody() instanceof Optional<?> body ? body : Optional.of(request.getBody());
  }
}
