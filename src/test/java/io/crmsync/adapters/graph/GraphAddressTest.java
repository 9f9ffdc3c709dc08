package io.crmsync.adapters.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph.microsoft.com",
        "graph.microsoft.us",
        "dod-graph.microsoft.us",
        "microsoftgraph.chinacloudapi.cn"
      })
  void graphsHostsGetATokenOfTheirOwn(String host) {
    assertThat(address("https://" + host + "/v1.0").scope())
        .contains("https://" + host + "/.default");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:8080/v1.0", "http://localhost:1/v1.0", "http://[::1]:1/v1.0"})
  void aStandInOnThisMachineGetsNoToken(String url) {
    assertThat(address(url).scope()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/v1.0",
        "http://graph.microsoft.com/v1.0",
        "https://graph.microsoft.com.example.org/v1.0",
        "https://graph.microsoft.com@example.org/v1.0",
        "https://user@graph.microsoft.com/v1.0",
        "https://graph.microsoft.com:8443/v1.0",
        "http://127.0.0.1.example.org/v1.0",
        "http://192.168.0.1/v1.0",
        "https://127.0.0.1/v1.0",
        "graph.microsoft.com/v1.0",
        ""
      })
  void everyOtherHostIsRefused(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> address(url));
  }

  @Test
  void contactsAreDeletedForGoodInTheGlobalCloudOnly() {
    assertThat(address("https://graph.microsoft.com/v1.0").hasPermanentDelete()).isTrue();
    assertThat(address("http://127.0.0.1:1/v1.0").hasPermanentDelete()).isTrue();
    assertThat(address("https://graph.microsoft.us/v1.0").hasPermanentDelete()).isFalse();
  }

  @Test
  void onlyRequestsToTheSameServerAreCovered() {
    GraphAddress graph = address("https://graph.microsoft.com/v1.0/");
    assertThat(graph.text()).isEqualTo("https://graph.microsoft.com/v1.0");
    assertThat(graph.covers(HttpUrl.get("https://graph.microsoft.com/v1.0/users"))).isTrue();
    assertThat(graph.covers(HttpUrl.get("https://example.org/v1.0/users"))).isFalse();
    assertThat(graph.covers(HttpUrl.get("http://graph.microsoft.com/v1.0/users"))).isFalse();
  }

  private static GraphAddress address(String url) {
    return new GraphAddress(URI.create(url));
  }
}
