package io.crmsync.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import io.crmsync.sync.call.Admission;
import io.crmsync.sync.call.Caller;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every HTTP function but Health and Page does around its own work: lets in who is allowed to
 * call, from where it is allowed, and answers with a problem document whatever goes wrong.
 */
public final class HttpDoor {
  private final Supplier<CallerSettings> settings;

  /**
   * Takes the settings, asked for with each call: a bad one must fail a call, not the loading of a
   * class, which would never be answered.
   */
  public HttpDoor(Supplier<CallerSettings> settings) {
    this.settings = settings;
  }

  /** Answers a request: by the work, if there is a caller whom the operation is for. */
  HttpResponseMessage open(
      HttpRequestMessage<?> request,
      ExecutionContext context,
      Admission admission,
      Function<Caller, Answer> work) {
    return answer(request, context, caller -> admitted(admission, caller, work)).to(request);
  }

  private static Answer admitted(
      Admission admission, Caller caller, Function<Caller, Answer> work) {
    return admission.refusal(caller).map(Replies::refused).orElseGet(() -> work.apply(caller));
  }

  private Answer answer(
      HttpRequestMessage<?> request, ExecutionContext context, Function<Caller, Answer> work) {
    try {
      SignIn.Result signedIn = new SignIn(settings.get()).of(Headers.of(request));
      return signedIn
          .refusal()
          .map(HttpDoor::refused)
          .or(() -> new BrowserRequest(request).refusal().map(Answer::of))
          .orElseGet(() -> work.apply(signedIn.caller().orElseThrow()));
    } catch (RuntimeException e) {
      Failure.logLine(e)
          .ifPresent(line -> context.getLogger().severe(context.getFunctionName() + ": " + line));
      return Failure.answer(e);
    }
  }

  private static Answer refused(SignIn.Refusal why) {
    return switch (why) {
      case NOBODY -> Answer.of(Problem.of(401, "No valid caller."));
      case OTHER_TENANT -> Answer.of(Problem.of(403, "The caller is of another tenant."));
      case GUEST -> Answer.of(Problem.of(403, "Guests are not served."));
    };
  }
}
