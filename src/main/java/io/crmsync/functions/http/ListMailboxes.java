package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.sync.mailbox.FindMailboxes;
import io.crmsync.sync.mailbox.FindMailboxes.Which;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /api/mailboxes}: those that the app has met, or those that are parked. */
public final class ListMailboxes {
  private static final Map<String, Which> STATES = Map.of("ok", Which.OK, "parked", Which.PARKED);

  private final HttpMiddleware middleware;
  private final Supplier<FindMailboxes> findMailboxes;

  public ListMailboxes(HttpMiddleware middleware, Supplier<FindMailboxes> findMailboxes) {
    this.middleware = middleware;
    this.findMailboxes = findMailboxes;
  }

  @FunctionName("ListMailboxes")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/mailboxes")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.LIST_MAILBOXES.asked(),
        caller -> {
          Query query = Query.of(request);
          Which which = query.word("state", STATES).orElse(Which.ALL);
          return query
              .refusal()
              .filter(refusal -> caller.admin())
              .orElseGet(
                  () ->
                      MailboxReplies.page(
                          findMailboxes.get().list(caller, which, query.text("after"))));
        });
  }
}
