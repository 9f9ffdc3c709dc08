package io.crmsync.functions.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Where the CRM feed is, and how to sign in there: at most one of the two ways; none only on a
 * loopback address.
 */
public record FeedSettings(URI baseUrl, Optional<String> scope, Optional<String> apiKey) {
  private static final String ALLOWED =
      "one of CRM_SCOPE and CRM_API_KEY, for any host but localhost";

  static FeedSettings read(GivenSettings environment) {
    String url = environment.required("CRM_BASE_URL", "the address of the CRM feed");
    WebAddress base = WebAddress.of("CRM_BASE_URL", url);
    Optional<String> scope = environment.filled("CRM_SCOPE");
    Optional<String> key = environment.filled("CRM_API_KEY");
    if (scope.isPresent() && key.isPresent()) {
      throw BadSetting.hidden("CRM_API_KEY", "none beside CRM_SCOPE: " + ALLOWED);
    }
    if (scope.isEmpty() && key.isEmpty() && !base.loopback()) {
      throw BadSetting.missing("CRM_SCOPE or CRM_API_KEY", ALLOWED);
    }
    key.ifPresent(FeedSettings::check);
    return new FeedSettings(base.uri(), scope, key);
  }

  /** A reference that Key Vault did not resolve arrives as its own text. */
  private static void check(String key) {
    if (key.startsWith("@Microsoft.KeyVault") || !key.matches("[!-~]+")) {
      throw BadSetting.hidden(
          "CRM_API_KEY", "a key of visible ASCII, or a reference that resolves");
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "FeedSettings[" + baseUrl + "]";
  }
}
