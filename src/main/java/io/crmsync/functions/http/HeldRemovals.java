package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.sync.removal.DecideRemovals;
import java.util.Optional;
import java.util.function.Supplier;

/** The two decisions of an admin about what a run holds (R18). */
public final class HeldRemovals {
  private final HttpMiddleware middleware;
  private final Supplier<DecideRemovals> decideRemovals;

  public HeldRemovals(HttpMiddleware middleware, Supplier<DecideRemovals> decideRemovals) {
    this.middleware = middleware;
    this.decideRemovals = decideRemovals;
  }

  /** {@code POST /api/runs/{runId}/release}: what the run holds is carried out. */
  @FunctionName("ReleaseRemovals")
  public HttpResponseMessage release(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.POST},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/runs/{runId}/release")
          HttpRequestMessage<Optional<String>> request,
      @BindingName("runId") String runId,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.RELEASE_REMOVALS.at(runId),
        caller -> RunReplies.accepted(decideRemovals.get().release(caller, runId)));
  }

  /** {@code POST /api/runs/{runId}/discard}: what the run holds is dropped. */
  @FunctionName("DiscardRemovals")
  public HttpResponseMessage discard(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.POST},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/runs/{runId}/discard")
          HttpRequestMessage<Optional<String>> request,
      @BindingName("runId") String runId,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.DISCARD_REMOVALS.at(runId),
        caller -> RunReplies.accepted(decideRemovals.get().discard(caller, runId)));
  }
}
