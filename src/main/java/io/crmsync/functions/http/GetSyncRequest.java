package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.sync.request.FindRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code GET /api/sync-requests/{requestId}}: how far a request is. */
public final class GetSyncRequest {
  private final HttpMiddleware middleware;
  private final Supplier<FindRequest> findRequest;

  public GetSyncRequest(HttpMiddleware middleware, Supplier<FindRequest> findRequest) {
    this.middleware = middleware;
    this.findRequest = findRequest;
  }

  @FunctionName("GetSyncRequest")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/sync-requests/{requestId}")
          HttpRequestMessage<Optional<String>> request,
      @BindingName("requestId") String requestId,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.GET_SYNC_REQUEST.at(requestId),
        caller -> Replies.found(findRequest.get().find(caller, requestId)));
  }
}
