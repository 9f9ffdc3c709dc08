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
import io.crmsync.sync.preview.PreviewContacts;
import io.crmsync.sync.preview.PreviewState;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code GET /api/users/{userId}/contacts}: what synchronisation would do, without doing it. */
public final class ListPreview {
  private static final int LONGEST_PART = 100;
  private static final int LARGEST_PAGE = 500;
  private static final int USUAL_PAGE = 100;
  private static final Map<String, PreviewState> STATES =
      Arrays.stream(PreviewState.values())
          .collect(Collectors.toMap(PreviewState::code, Function.identity()));

  private final HttpMiddleware middleware;
  private final Supplier<PreviewContacts> preview;

  public ListPreview(HttpMiddleware middleware, Supplier<PreviewContacts> preview) {
    this.middleware = middleware;
    this.preview = preview;
  }

  @FunctionName("PreviewContacts")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/users/{userId}/contacts")
          HttpRequestMessage<Optional<String>> request,
      @BindingName("userId") String userId,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.PREVIEW_CONTACTS.ofUser(userId),
        caller -> page(caller, userId, Query.of(request)));
  }

  private Answer page(Caller caller, String userId, Query query) {
    String part = query.text("q", LONGEST_PART);
    Optional<PreviewState> state = query.word("state", STATES);
    Optional<ContactId> after = query.id("after", ContactId::new);
    int limit = query.number("limit", LARGEST_PAGE, USUAL_PAGE);
    return query
        .refusal()
        .orElseGet(
            () ->
                PreviewJson.answer(
                    caller,
                    preview
                        .get()
                        .preview(
                            caller,
                            userId,
                            new PreviewContacts.Criteria(part, state, after, limit))));
  }
}
