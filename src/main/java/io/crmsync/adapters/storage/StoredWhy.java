package io.crmsync.adapters.storage;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import java.util.Optional;

/**
 * A reason in a row: its code, and its detail beside it. Earlier versions had one text for both,
 * and some that were not true.
 */
final class StoredWhy {
  private static final String DETAIL = "Detail";
  private static final String BETWEEN = ": ";

  private StoredWhy() {}

  static NewRow write(NewRow row, String name, Optional<Why> why) {
    return row.text(name, why.map(each -> each.reason().code()))
        .text(name + DETAIL, why.map(Why::detail));
  }

  /** A code that this version does not know was the service's, or a later version's. */
  static Optional<Why> read(StoredRow row, String name) {
    return row.optional(name)
        .map(
            code ->
                Reason.of(code)
                    .map(reason -> new Why(reason, row.text(name + DETAIL)))
                    .orElseGet(() -> together(code)));
  }

  /**
   * The reason why an attempt ended as it did. Earlier versions wrote that one failed because the
   * mailbox had changed. That was never true: all that is known is that it was tried too often.
   */
  static Optional<Why> ofAttempt(StoredRow row, Optional<Outcome> outcome) {
    boolean failed = outcome.filter(each -> each == Outcome.FAILED).isPresent();
    return read(row, "reason")
        .map(why -> failed && why.is(Reason.MAILBOX_CHANGED) ? Why.of(Reason.POISONED) : why);
  }

  /** Of a removal: what earlier versions proposed it for was always a reason. */
  static Reason removal(String code) {
    return Reason.of(code)
        .orElseThrow(() -> new IllegalStateException("stored reason is unknown: " + code));
  }

  private static Why together(String text) {
    int at = text.indexOf(BETWEEN);
    return Optional.of(text.substring(0, Math.max(at, 0)))
        .flatMap(Reason::of)
        .map(reason -> new Why(reason, text.substring(at + BETWEEN.length())))
        .orElse(Why.refused(text));
  }
}
