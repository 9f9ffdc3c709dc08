package io.crmsync.functions.settings;

import java.net.URI;
import java.util.Set;

/**
 * Which cloud's Graph is used, or a simulator.
 *
 * @param loopback whether it is on this machine, and called without a token
 */
public record GraphSettings(URI baseUrl, boolean loopback) {
  private static final String NAME = "GRAPH_BASE_URL";
  private static final String GLOBAL = "graph.microsoft.com";
  private static final Set<String> HOSTS =
      Set.of(
          GLOBAL,
          "graph.microsoft.us",
          "dod-graph.microsoft.us",
          "microsoftgraph.chinacloudapi.cn");

  static GraphSettings read(GivenSettings environment) {
    String url = environment.find(NAME).orElse("https://" + GLOBAL + "/v1.0");
    WebAddress address = WebAddress.of(NAME, url);
    if (!address.loopback() && !isGraph(address)) {
      throw BadSetting.holding(
          NAME, url, "https://<host>/v1.0 with a Graph host, " + GLOBAL + " or a national cloud's");
    }
    return new GraphSettings(address.uri(), address.loopback());
  }

  /** Whether contacts can be removed beyond Deleted Items there (R16). */
  public boolean removesForGood() {
    return loopback || GLOBAL.equalsIgnoreCase(baseUrl.getHost());
  }

  private static boolean isGraph(WebAddress address) {
    URI uri = address.uri();
    return HOSTS.contains(address.host()) && uri.getPort() == -1 && uri.getPath().equals("/v1.0");
  }
}
