package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.sync.request.StopSync;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code DELETE /api/sync-to-outlook/{contactId}}: off the user's synchronization list. */
public final class StopSyncToOutlook {
  private final HttpMiddleware middleware;
  private final Supplier<StopSync> stopSync;

  public StopSyncToOutlook(HttpMiddleware middleware, Supplier<StopSync> stopSync) {
    this.middleware = middleware;
    this.stopSync = stopSync;
  }

  @FunctionName("StopSyncToOutlook")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.DELETE},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/sync-to-outlook/{contactId}")
          HttpRequestMessage<Optional<String>> request,
      @BindingName("contactId") String contactId,
      ExecutionContext context) {
    Optional<String> userId = Optional.ofNullable(request.getQueryParameters().get("userId"));
    return middleware.serve(
        request,
        context,
        userId
            .map(Operation.STOP_SYNC_TO_OUTLOOK::ofUser)
            .orElse(Operation.STOP_SYNC_TO_OUTLOOK.asked()),
        caller -> Replies.accepted(stopSync.get().stop(caller, contactId, userId)));
  }
}
