package io.crmsync.adapters.graph;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Signs requests to Graph, and lets none go anywhere else. The credential caches its tokens. */
final class TokenHeader implements Interceptor {
  private final GraphAddress address;
  private final Supplier<TokenCredential> credential;

  TokenHeader(GraphAddress address, Supplier<TokenCredential> credential) {
    this.address = address;
    this.credential = credential;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!address.covers(request.url())) {
      throw new IOException("a request to another host was stopped");
    }
    Optional<String> scope = address.scope();
    return chain.proceed(scope.isPresent() ? signed(request, scope.get()) : request);
  }

  private Request signed(Request request, String scope) throws IOException {
    return request.newBuilder().header("Authorization", "Bearer " + token(scope)).build();
  }

  /** No token is as good as a refused one: nothing was carried out, and it may come right. */
  private String token(String scope) throws IOException {
    try {
      TokenRequestContext context = new TokenRequestContext().addScopes(scope);
      return credential.get().getTokenSync(context).getToken();
    } catch (RuntimeException e) {
      throw new GraphAnswer(401, "tokenUnavailable", Optional.empty(), "none");
    }
  }
}
