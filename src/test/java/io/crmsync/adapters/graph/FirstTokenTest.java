package io.crmsync.adapters.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.net.URI;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class FirstTokenTest {
  private final List<String> asked = new ArrayList<>();
  private final GraphRequests requests = new GraphRequests();

  @ParameterizedTest
  @CsvSource({
    "https://graph.microsoft.com/v1.0, https://graph.microsoft.com/.default",
    "https://graph.microsoft.us/v1.0, https://graph.microsoft.us/.default"
  })
  void isAskedForInTheScopeOfTheCloudAndGraphIsSentNothing(String graph, String scope) {
    mailboxes(graph).fetchToken();
    assertThat(asked).containsExactly(scope);
    assertThat(requests.total()).isZero();
  }

  @Test
  void isNotAskedForWhereGraphIsAStandIn() {
    mailboxes("http://127.0.0.1:1/v1.0").fetchToken();
    assertThat(asked).isEmpty();
  }

  private GraphMailboxes mailboxes(String graph) {
    return new GraphMailboxes(
        new GraphAddress(URI.create(graph)),
        Credential::new,
        InstantSource.fixed(SimulatedGraph.NOW),
        requests);
  }

  private final class Credential implements TokenCredential {
    @Override
    public Mono<AccessToken> getToken(TokenRequestContext context) {
      asked.addAll(context.getScopes());
      return Mono.just(new AccessToken("t", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));
    }
  }
}
