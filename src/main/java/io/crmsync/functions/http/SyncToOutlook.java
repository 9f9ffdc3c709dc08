package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.request.RequestSync;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /api/sync-to-outlook}: the CRM's right-click. */
public final class SyncToOutlook {
  private final HttpMiddleware middleware;
  private final Supplier<RequestSync> requestSync;

  public SyncToOutlook(HttpMiddleware middleware, Supplier<RequestSync> requestSync) {
    this.middleware = middleware;
    this.requestSync = requestSync;
  }

  @FunctionName("SyncToOutlook")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.POST},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/sync-to-outlook")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.SYNC_TO_OUTLOOK.asked(),
        caller -> ask(caller, request.getBody().orElse("")));
  }

  private Answer ask(Caller caller, String text) {
    JsonBody body = JsonBody.of(text);
    String contactId = body.requiredText("contactId");
    Optional<String> userId = body.text("userId");
    return body.refusal()
        .orElseGet(() -> Replies.accepted(requestSync.get().ask(caller, contactId, userId)))
        .telling(userId.map(AuditFacts.NONE::user).orElse(AuditFacts.NONE));
  }
}
