package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.sync.run.FindRuns;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /api/runs/{runId}}. */
public final class GetRun {
  private final HttpMiddleware middleware;
  private final Supplier<FindRuns> findRuns;

  public GetRun(HttpMiddleware middleware, Supplier<FindRuns> findRuns) {
    this.middleware = middleware;
    this.findRuns = findRuns;
  }

  @FunctionName("GetRun")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/runs/{runId}")
          HttpRequestMessage<Optional<String>> request,
      @BindingName("runId") String runId,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.GET_RUN.at(runId),
        caller -> RunReplies.run(findRuns.get().find(caller, runId)));
  }
}
