package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.run.StartRun;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /api/runs}: a run that does not wait for the night. */
public final class StartRunNow {
  private static final String MODE = "mode";

  private final HttpMiddleware middleware;
  private final Supplier<StartRun> startRun;

  public StartRunNow(HttpMiddleware middleware, Supplier<StartRun> startRun) {
    this.middleware = middleware;
    this.startRun = startRun;
  }

  @FunctionName("StartRun")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.POST},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/runs")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return middleware.serve(
        request,
        context,
        Operation.START_RUN.asked(),
        caller -> start(caller, request.getBody().orElse("")));
  }

  private Answer start(Caller caller, String text) {
    JsonBody body = JsonBody.of(text.isBlank() ? "{}" : text);
    Mode mode = mode(body);
    return body.refusal()
        .orElseGet(
            () ->
                RunReplies.accepted(startRun.get().byHand(caller, mode))
                    .telling(AuditFacts.NONE.mode(mode.code())));
  }

  private static Mode mode(JsonBody body) {
    return switch (body.text(MODE).orElse("changes")) {
      case "changes" -> Mode.CHANGES;
      case "full" -> Mode.FULL;
      case "dryRun" -> Mode.DRY_RUN;
      case "uninstall" -> Mode.UNINSTALL;
      case "unmark" -> Mode.UNMARK;
      default -> {
        body.note(MODE, "must be changes, full, dryRun, uninstall or unmark");
        yield Mode.CHANGES;
      }
    };
  }
}
