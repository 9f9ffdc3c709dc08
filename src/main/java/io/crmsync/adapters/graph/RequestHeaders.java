package io.crmsync.adapters.graph;

import java.io.IOException;
import java.util.UUID;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** What every request bears: ids that survive moves, and an id of the attempt's own. */
final class RequestHeaders implements Interceptor {
  static final String REQUEST_ID = "client-request-id";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request =
        chain
            .request()
            .newBuilder()
            .header("Prefer", "IdType=\"ImmutableId\"")
            .header(REQUEST_ID, UUID.randomUUID().toString())
            .build();
    return chain.proceed(request);
  }
}
