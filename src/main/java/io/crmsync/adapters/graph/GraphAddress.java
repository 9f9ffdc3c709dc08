package io.crmsync.adapters.graph;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Where Graph is: one of its hosts over https, or a stand-in over http on this machine.
 *
 * @param baseUrl with the version, such as {@code https://graph.microsoft.com/v1.0}; anything else
 *     is an {@link IllegalArgumentException}: Graph's client would call it silently without a token
 */
public record GraphAddress(URI baseUrl) {
  private static final String GLOBAL = "graph.microsoft.com";
  private static final Set<String> HOSTS =
      Set.of(
          GLOBAL,
          "graph.microsoft.us",
          "dod-graph.microsoft.us",
          "microsoftgraph.chinacloudapi.cn");

  public GraphAddress {
    if (!isLoopback(baseUrl) && !isGraph(baseUrl)) {
      throw new IllegalArgumentException(
          "Graph's base URL must be https on one of " + HOSTS + ", or http on this machine");
    }
  }

  /** The scope of tokens; empty: no token is sent. */
  Optional<String> scope() {
    return isLoopback(baseUrl)
        ? Optional.empty()
        : Optional.of("https://" + baseUrl.getHost() + "/.default");
  }

  /** Whether contacts can be deleted for good: in the global cloud only, and in a stand-in. */
  public boolean hasPermanentDelete() {
    return isLoopback(baseUrl) || baseUrl.getHost().equals(GLOBAL);
  }

  /** Whether a request goes there and nowhere else: a next page's address is the service's word. */
  boolean covers(HttpUrl url) {
    HttpUrl base = HttpUrl.get(text());
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port();
  }

  /** Without a slash at the end. */
  String text() {
    return baseUrl.toString().replaceAll("/+$", "");
  }

  private static boolean isGraph(URI url) {
    return "https".equals(url.getScheme())
        && HOSTS.contains(String.valueOf(url.getHost()))
        && url.getPort() == -1
        && url.getUserInfo() == null;
  }

  private static boolean isLoopback(URI url) {
    return "http".equals(url.getScheme())
        && Set.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(url.getHost()))
        && url.getUserInfo() == null;
  }
}
