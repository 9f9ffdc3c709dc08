package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /api/users/{userId}/contacts}: what synchronisation would do, without doing it. */
public final class ListPreview {
  private final HttpMiddleware middleware;
  private final Supplier<io.crmsync.sync.preview.PreviewContacts> preview;

  public ListPreview(
      HttpMiddleware middleware, Supplier<io.crmsync.sync.preview.PreviewContacts> preview) {
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
    PreviewQuery query = new PreviewQuery(request.getQueryParameters());
    return middleware.serve(
        request,
        context,
        Operation.PREVIEW_CONTACTS.ofUser(userId),
        caller ->
            query
                .refusal()
                .orElseGet(
                    () ->
                        PreviewJson.answer(
                            caller, preview.get().preview(caller, userId, query.checked()))));
  }
}
