package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Reply;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code POST /api/users/{userId}/sync}: the selected contacts, or all that are waiting, now. */
public final class SyncSelection {
  private static final int IDS_AT_MOST = 1_000;

  private final HttpMiddleware middleware;
  private final Supplier<io.crmsync.sync.request.SyncSelected> syncSelected;

  public SyncSelection(
      HttpMiddleware middleware, Supplier<io.crmsync.sync.request.SyncSelected> syncSelected) {
    this.middleware = middleware;
    this.syncSelected = syncSelected;
  }

  @FunctionName("SyncSelected")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.POST},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/users/{userId}/sync")
          HttpRequestMessage<Optional<String>> request,
      @BindingName("userId") String userId,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.SYNC_SELECTED.ofUser(userId),
        caller -> ask(caller, userId, request.getBody().orElse("")));
  }

  private Answer ask(Caller caller, String userId, String text) {
    JsonBody body = JsonBody.ofMany(text);
    Set<ContactId> chosen = body.contacts("contactIds", IDS_AT_MOST);
    boolean all = body.flag("all");
    if (all == body.has("contactIds")) {
      body.note("contactIds", "is required, unless all is true; not both");
    }
    return body.refusal().orElseGet(() -> Replies.accepted(reply(caller, userId, all, chosen)));
  }

  private Reply reply(Caller caller, String userId, boolean all, Set<ContactId> chosen) {
    return all
        ? syncSelected.get().all(caller, userId)
        : syncSelected.get().these(caller, userId, chosen);
  }
}
