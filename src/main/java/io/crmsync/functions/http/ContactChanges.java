package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.notice.AcceptNotice;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /api/contact-changes}: the CRM tells that contacts changed. */
public final class ContactChanges {
  private static final int MOST = 1000;

  private final HttpMiddleware middleware;
  private final Supplier<AcceptNotice> acceptNotice;

  public ContactChanges(HttpMiddleware middleware, Supplier<AcceptNotice> acceptNotice) {
    this.middleware = middleware;
    this.acceptNotice = acceptNotice;
  }

  @FunctionName("ContactChanges")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.POST},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/contact-changes")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.CONTACT_CHANGES.asked(),
        caller -> tell(caller, request.getBody().orElse("")));
  }

  private Answer tell(Caller caller, String text) {
    JsonBody body = JsonBody.ofMany(text);
    NavigableSet<ContactId> contacts = body.requiredContacts("contactIds", MOST);
    return body.refusal()
        .orElseGet(() -> Replies.accepted(acceptNotice.get().accept(caller, contacts)));
  }
}
