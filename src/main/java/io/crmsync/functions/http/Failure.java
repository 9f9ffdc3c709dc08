package io.crmsync.functions.http;

import io.crmsync.functions.measure.SafeTrace;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.StorageUnavailable;
import java.time.Duration;
import java.util.Optional;

/**
 * What a failure is to whoever called: later, or an error that tells nothing of the inside. Only
 * the CRM is always asked before anything is written; storage may fail half-way.
 */
final class Failure {
  private static final Duration A_WHILE = Duration.ofSeconds(30);
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  private Failure() {}

  static Answer answer(RuntimeException failure) {
    if (failure instanceof CrmUnavailable crm) {
      return later(
          "The CRM can't be reached now. Nothing was queued.", crm.retryAfter().orElse(A_WHILE));
    }
    if (failure instanceof CrmBroken) {
      return later("The CRM gives no valid answer now. Nothing was queued.", A_WHILE);
    }
    if (failure instanceof StorageUnavailable) {
      return later(
          "Storage can't be reached now; some of it may be done. Ask again: repeating is harmless.",
          A_WHILE);
    }
    if (failure instanceof StaleWrite) {
      return later("Others change the same just now. Ask again: repeating is harmless.", A_MOMENT);
    }
    return Answer.of(Problem.of(500, "Something went wrong; the app's log says what."));
  }

  private static Answer later(String detail, Duration wait) {
    return Answer.of(Problem.of(503, detail)).with("Retry-After", wholeSeconds(wait));
  }

  /** For Retry-After: rounded up, because who asks again too early would be refused again. */
  static String wholeSeconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  /** For the log; empty: nothing that anyone must look into. */
  static Optional<String> logLine(RuntimeException failure) {
    return failure instanceof StaleWrite ? Optional.empty() : Optional.of(SafeTrace.of(failure));
  }
}
