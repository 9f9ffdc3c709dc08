package io.crmsync.localapp.host;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A browser's session, as App Service authentication keeps one: a cookie of the same name that no
 * script can read. What is in it is a local token, so that a killed process forgets no session.
 */
final class LocalSession {
  private static final String NAME = "AppServiceAuthSession";
  private static final String RULES = "; Path=/; HttpOnly; SameSite=Lax";

  private LocalSession() {}

  /** The value of Set-Cookie that begins one. */
  static String begin(String token) {
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    return NAME + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + RULES;
  }

  /** The value of Set-Cookie that ends it. */
  static String end() {
    return NAME + "=" + RULES + "; Max-Age=0";
  }

  /**
   * The token of the session that a request belongs to.
   *
   * @param headers by lower-case name
   */
  static Optional<String> token(Map<String, String> headers) {
    return Arrays.stream(headers.getOrDefault("cookie", "").split(";"))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(NAME + "="))
        .map(cookie -> cookie.substring(NAME.length() + 1))
        .flatMap(value -> decoded(value).stream())
        .findFirst();
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
