package io.crmsync.adapters.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import okhttp3.Interceptor;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import reactor.core.publisher.Mono;

class TokenHeaderTest {
  private static final GraphAddress GRAPH =
      new GraphAddress(URI.create("https://graph.microsoft.us/v1.0"));

  private final Interceptor.Chain chain = mock();

  @Test
  void aRequestToGraphIsSignedForItsCloud() throws IOException {
    new TokenHeader(GRAPH, () -> TokenHeaderTest::token)
        .intercept(to("https://graph.microsoft.us/v1.0/users"));
    ArgumentCaptor<Request> sent = ArgumentCaptor.forClass(Request.class);
    verify(chain).proceed(sent.capture());
    assertThat(sent.getValue().header("Authorization"))
        .isEqualTo("Bearer token for https://graph.microsoft.us/.default");
  }

  @Test
  void aRequestToAnotherHostIsStopped() throws IOException {
    TokenHeader header = new TokenHeader(GRAPH, () -> TokenHeaderTest::token);
    assertThatThrownBy(() -> header.intercept(to("https://graph.microsoft.com/v1.0/users")))
        .isInstanceOf(IOException.class);
    verify(chain, never()).proceed(any());
  }

  @Test
  void whoGetsNoTokenSendsNothing() throws IOException {
    TokenCredential failing =
        context -> Mono.error(new IllegalStateException("no identity for ann@example.org"));
    TokenHeader header = new TokenHeader(GRAPH, () -> failing);
    assertThatThrownBy(() -> header.intercept(to("https://graph.microsoft.us/v1.0/users")))
        .isInstanceOf(GraphAnswer.class)
        .hasNoCause()
        .hasMessage("401 tokenUnavailable");
    verify(chain, never()).proceed(any());
  }

  private Interceptor.Chain to(String url) {
    when(chain.request()).thenReturn(new Request.Builder().url(url).build());
    return chain;
  }

  private static Mono<AccessToken> token(TokenRequestContext context) {
    String text = "token for " + String.join(" ", context.getScopes());
    return Mono.just(new AccessToken(text, OffsetDateTime.MAX));
  }
}
