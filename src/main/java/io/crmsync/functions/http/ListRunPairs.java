package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.sync.run.FindRunPairs;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /api/runs/{runId}/pairs}: what the run holds back; of a dry run, its report. */
public final class ListRunPairs {
  private final HttpMiddleware middleware;
  private final Supplier<FindRunPairs> findRunPairs;

  public ListRunPairs(HttpMiddleware middleware, Supplier<FindRunPairs> findRunPairs) {
    this.middleware = middleware;
    this.findRunPairs = findRunPairs;
  }

  @FunctionName("ListRunPairs")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/runs/{runId}/pairs")
          HttpRequestMessage<Optional<String>> request,
      @BindingName("runId") String runId,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.LIST_RUN_PAIRS.at(runId),
        caller ->
            RunReplies.pairs(
                findRunPairs.get().list(caller, runId, Query.of(request).text("after"))));
  }
}
