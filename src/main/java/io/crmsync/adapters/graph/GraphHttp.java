package io.crmsync.adapters.graph;

import com.azure.core.credential.TokenCredential;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import com.microsoft.kiota.serialization.ParseNodeFactoryRegistry;
import com.microsoft.kiota.serialization.SerializationWriterFactoryRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Graph's client over an HTTP client of our own, without Graph's middleware: that repeats POSTs by
 * itself and sleeps meanwhile. Here nothing is repeated; the queue does that.
 */
final class GraphHttp {
  /** Azure drops idle connections after four minutes without a word. */
  private static final ConnectionPool POOL = new ConnectionPool(32, 2, TimeUnit.MINUTES);

  private GraphHttp() {}

  static GraphServiceClient client(
      GraphAddress address,
      Supplier<TokenCredential> credential,
      InstantSource clock,
      Duration callTimeout) {
    return client(address, http(address, credential, clock, callTimeout).build());
  }

  /** Everything but the network: the last interceptor answers. */
  static GraphServiceClient rehearsing(GraphAddress address, Interceptor answering) {
    Supplier<TokenCredential> none =
        () -> {
          throw new IllegalStateException("no token is wanted on this machine");
        };
    OkHttpClient.Builder http =
        http(address, none, InstantSource.fixed(Instant.EPOCH), Duration.ofSeconds(1));
    return client(address, http.addInterceptor(answering).build());
  }

  private static OkHttpClient.Builder http(
      GraphAddress address,
      Supplier<TokenCredential> credential,
      InstantSource clock,
      Duration callTimeout) {
    return new OkHttpClient.Builder()
        .addInterceptor(new AnswerCheck(clock))
        .addInterceptor(new DollarNames())
        .addInterceptor(new RequestHeaders())
        .addInterceptor(new TokenHeader(address, credential))
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .callTimeout(callTimeout)
        .readTimeout(callTimeout)
        .connectionPool(POOL);
  }

  private static GraphServiceClient client(GraphAddress address, OkHttpClient http) {
    OkHttpRequestAdapter adapter =
        new OkHttpRequestAdapter(
            new AnonymousAuthenticationProvider(),
            ParseNodeFactoryRegistry.defaultInstance,
            SerializationWriterFactoryRegistry.defaultInstance,
            http);
    adapter.setBaseUrl(address.text());
    return new GraphServiceClient(adapter);
  }
}
