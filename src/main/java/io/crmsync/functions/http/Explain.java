package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.sync.preview.ExplainPair;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /api/users/{userId}/contacts/{contactId}/explanation}: why, or why not. */
public final class Explain {
  private final HttpMiddleware middleware;
  private final Supplier<ExplainPair> explain;

  public Explain(HttpMiddleware middleware, Supplier<ExplainPair> explain) {
    this.middleware = middleware;
    this.explain = explain;
  }

  @FunctionName("Explain")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/users/{userId}/contacts/{contactId}/explanation")
          HttpRequestMessage<Optional<String>> request,
      @BindingName("userId") String userId,
      @BindingName("contactId") String contactId,
      ExecutionContext context) {
    Query query = Query.of(request);
    boolean outlook = query.word("outlook", Map.of("true", true, "false", false)).orElse(false);
    return middleware.serve(
        request,
        context,
        Operation.EXPLAIN.ofUser(userId),
        caller ->
            query
                .refusal()
                .orElseGet(
                    () ->
                        ExplanationJson.answer(
                            explain.get().explain(caller, userId, contactId, outlook))));
  }
}
