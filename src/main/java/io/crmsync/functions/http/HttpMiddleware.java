package io.crmsync.functions.http;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.functions.signin.SignIn;
import io.crmsync.functions.wire.Headers;
import io.crmsync.sync.call.Caller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every HTTP function but Health and Page does around its own work: lets in who is allowed to
 * call, from where it is allowed and as often as it is; answers with a problem document whatever
 * goes wrong; and writes the audit log.
 */
public final class HttpMiddleware {
  private final Supplier<CallerSettings> settings;
  private final RateLimiter rateLimiter;

  /**
   * Takes the settings, asked for with each call: a bad one must fail a call, not the loading of a
   * class, which would never be answered.
   */
  public HttpMiddleware(Supplier<CallerSettings> settings, InstantSource clock) {
    this(settings, new RateLimiter(clock));
  }

  HttpMiddleware(Supplier<CallerSettings> settings, RateLimiter rateLimiter) {
    this.settings = settings;
    this.rateLimiter = rateLimiter;
  }

  /** Answers a request: by the work, if there is a caller whom the operation is for. */
  HttpResponseMessage serve(
      HttpRequestMessage<?> request,
      ExecutionContext context,
      OperationCall asked,
      Function<Caller, Answer> work) {
    SignIn.Result signedIn = SignIn.Result.NOBODY;
    Answer answer;
    try {
      signedIn = new SignIn(settings.get()).of(Headers.of(request));
      answer = answer(request, asked.operation(), signedIn, work);
    } catch (RuntimeException e) {
      Failure.logLine(e)
          .ifPresent(line -> context.getLogger().severe(context.getFunctionName() + ": " + line));
      answer = Failure.answer(e);
    }
    AuditLine.of(asked, signedIn, answer).ifPresent(line -> context.getLogger().info(line));
    return answer.to(request);
  }

  private Answer answer(
      HttpRequestMessage<?> request,
      Operation operation,
      SignIn.Result signedIn,
      Function<Caller, Answer> work) {
    return signedIn
        .refusal()
        .map(HttpMiddleware::refused)
        .or(() -> new BrowserRequest(request).refusal().map(Answer::of))
        .orElseGet(() -> admitted(operation, signedIn.caller().orElseThrow(), work));
  }

  /** Who may not ask at all uses nothing up. */
  private Answer admitted(Operation operation, Caller caller, Function<Caller, Answer> work) {
    return operation
        .admission()
        .refusal(caller)
        .map(Replies::refused)
        .or(() -> rateLimiter.take(caller, operation.cost()).map(HttpMiddleware::tooOften))
        .orElseGet(() -> work.apply(caller));
  }

  private static Answer tooOften(Duration wait) {
    return Answer.of(Problem.of(429, "The caller asks too often. Nothing was done."))
        .with("Retry-After", Failure.wholeSeconds(wait));
  }

  private static Answer refused(SignIn.Rejection why) {
    return switch (why) {
      case NOBODY -> Answer.of(Problem.of(401, "No valid caller."));
      case OTHER_TENANT -> Answer.of(Problem.of(403, "The caller is of another tenant."));
      case GUEST -> Answer.of(Problem.of(403, "Guests are not served."));
    };
  }
}
