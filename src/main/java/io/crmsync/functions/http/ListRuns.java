package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.sync.run.FindRuns;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /api/runs}: newest first. */
public final class ListRuns {
  private final HttpMiddleware middleware;
  private final Supplier<FindRuns> findRuns;

  public ListRuns(HttpMiddleware middleware, Supplier<FindRuns> findRuns) {
    this.middleware = middleware;
    this.findRuns = findRuns;
  }

  @FunctionName("ListRuns")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/runs")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.LIST_RUNS.asked(),
        caller -> RunReplies.runs(findRuns.get().list(caller, Query.of(request).text("after"))));
  }
}
