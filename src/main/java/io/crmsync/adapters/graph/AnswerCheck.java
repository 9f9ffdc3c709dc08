package io.crmsync.adapters.graph;

import io.crmsync.adapters.http.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Lets good answers through to Graph's client; all others become a {@link GraphAnswer}. */
final class AnswerCheck implements Interceptor {
  private static final long ERROR_BODY_BYTES = 64 * 1024;
  private final InstantSource clock;

  AnswerCheck(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.isSuccessful() && readable(response.body())) {
      return response;
    }
    try (response) {
      throw answer(response);
    }
  }

  /** No content is fine; a proxy's page with status 200 is not. */
  private static boolean readable(ResponseBody body) {
    MediaType type = body.contentType();
    return body.contentLength() == 0 || type == null || type.subtype().contains("json");
  }

  private GraphAnswer answer(Response response) {
    Optional<Duration> wait =
        Optional.ofNullable(response.header("Retry-After"))
            .flatMap(header -> RetryAfter.parse(header, clock.instant()));
    String requestId = String.valueOf(response.request().header(RequestHeaders.REQUEST_ID));
    return new GraphAnswer(response.code(), code(response), wait, requestId);
  }

  /** A body that breaks off says as much as none: the status is what counts. */
  private static String code(Response response) {
    try {
      return ErrorCode.in(response.peekBody(ERROR_BODY_BYTES).string());
    } catch (IOException e) {
      return "";
    }
  }
}
