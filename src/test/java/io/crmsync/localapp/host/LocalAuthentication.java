package io.crmsync.localapp.host;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Plays App Service authentication: what a client claims in X-MS-* headers is dropped; a token
 * {@code local:<user>[:role,…]} or {@code local:app:<role,…>} becomes the headers the functions
 * trust. Anything else stays unauthenticated: the functions refuse it.
 *
 * @param tenantId the tenant every caller is of
 * @param names which of the two sets of claim names is used
 */
public record LocalAuthentication(String tenantId, ClaimNames names) {

  private static final String RESERVED = "x-ms-";
  private static final String BEARER = "bearer ";

  /** With short claim names. */
  public static LocalAuthentication ofTenant(String tenantId) {
    return new LocalAuthentication(tenantId, ClaimNames.SHORT);
  }

  /**
   * The headers that reach a function.
   *
   * @param received by lower-case name
   */
  public Map<String, String> apply(Map<String, String> received) {
    Map<String, String> headers = new HashMap<>(received);
    headers.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).startsWith(RESERVED));
    token(received)
        .flatMap(LocalCaller::parse)
        .ifPresent(
            caller -> headers.putAll(new ClientPrincipal(tenantId, names, caller).headers()));
    return headers;
  }

  private static Optional<String> token(Map<String, String> headers) {
    return Optional.ofNullable(headers.get("authorization"))
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip());
  }
}
