package io.crmsync.localapp.host;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Plays App Service authentication: what a client claims in X-MS-* headers is dropped; a token
 * {@code local:<user>[:role,…]} or {@code local:app:<role,…>}, sent with the request or kept in a
 * browser's session, becomes the headers the functions trust. Anything else is nobody, who gets no
 * further than to what is open to all.
 *
 * @param tenantId the tenant every caller is of
 * @param names which of the two sets of claim names is used
 * @param people whom a browser can sign in as, by sign-in name
 */
public record LocalAuthentication(
    String tenantId, ClaimNames names, Supplier<List<String>> people) {

  private static final String PRINCIPAL = "x-ms-client-principal";
  private static final String RESERVED = "x-ms-";
  private static final String BEARER = "bearer ";

  /** What needs no sign-in, as the deployment says (excludedPaths). */
  private static final Pattern OPEN_TO_ALL = Pattern.compile("/page(/.*)?|/api/health");

  /** With short claim names, and nobody for a browser to be. */
  public static LocalAuthentication ofTenant(String tenantId) {
    return new LocalAuthentication(tenantId, ClaimNames.SHORT, List::of);
  }

  /** The same with people for a browser to be. */
  public LocalAuthentication people(Supplier<List<String>> names) {
    return new LocalAuthentication(tenantId, this.names, names);
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
        .or(() -> LocalSession.token(received))
        .flatMap(LocalCaller::parse)
        .ifPresent(
            caller -> headers.putAll(new ClientPrincipal(tenantId, names, caller).headers()));
    return headers;
  }

  /** Whether a request gets to the functions; else it is answered 401, without a redirection. */
  boolean admits(ReceivedRequest request) {
    return request.headers().containsKey(PRINCIPAL)
        || OPEN_TO_ALL.matcher(request.uri().getRawPath()).matches();
  }

  private static Optional<String> token(Map<String, String> headers) {
    return Optional.ofNullable(headers.get("authorization"))
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip());
  }
}
