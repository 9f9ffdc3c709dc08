package io.crmsync.functions.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The address of a service: https, or http on this machine; without user, query or fragment.
 *
 * @param uri without a slash at its end
 */
record WebAddress(URI uri) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "[::1]");

  /**
   * Takes the value of a setting.
   *
   * @throws BadSetting it is no such address
   */
  static WebAddress of(String setting, String value) {
    String allowed = "an https address without user, query and fragment; http only on localhost";
    WebAddress address = parse(setting, value, allowed);
    if (address.uri.getRawUserInfo() != null || value.contains("@")) {
      throw BadSetting.hidden(setting, allowed);
    }
    boolean plain = address.uri.getRawQuery() == null && address.uri.getRawFragment() == null;
    if (!plain || !address.safe()) {
      throw BadSetting.holding(setting, value, allowed);
    }
    return address;
  }

  /** Whether requests to it stay on this machine. */
  boolean loopback() {
    return THIS_MACHINE.contains(host()) || host().matches("127(\\.[0-9]{1,3}){3}");
  }

  /** In lower case; empty: it has none. */
  String host() {
    String host = uri.getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  private boolean safe() {
    String scheme = String.valueOf(uri.getScheme());
    return !host().isEmpty() && (scheme.equals("https") || (scheme.equals("http") && loopback()));
  }

  private static WebAddress parse(String setting, String value, String allowed) {
    try {
      return new WebAddress(new URI(value.replaceAll("/+$", "")));
    } catch (URISyntaxException e) {
      throw BadSetting.hidden(setting, allowed);
    }
  }
}
