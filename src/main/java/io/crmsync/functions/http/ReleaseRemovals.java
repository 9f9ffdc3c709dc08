package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.sync.removal.DecideRemovals;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /api/runs/{runId}/release}: what the run holds is carried out. */
public final class ReleaseRemovals {
  private final HttpDoor door;
  private final Supplier<DecideRemovals> decideRemovals;

  public ReleaseRemovals(HttpDoor door, Supplier<DecideRemovals> decideRemovals) {
    this.door = door;
    this.decideRemovals = decideRemovals;
  }

  @FunctionName("ReleaseRemovals")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.POST},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/runs/{runId}/release")
          HttpRequestMessage<Optional<String>> request,
      @BindingName("runId") String runId,
      ExecutionContext context) {
    return door.open(
        request,
        context,
        Operation.RELEASE_REMOVALS.at(runId),
        caller -> RunReplies.accepted(decideRemovals.get().release(caller, runId)));
  }
}
