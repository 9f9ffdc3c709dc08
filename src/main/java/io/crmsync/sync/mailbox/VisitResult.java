package io.crmsync.sync.mailbox;

import io.crmsync.domain.run.RunCounts;
import java.time.Duration;

/**
 * How a run's visit to a mailbox ended.
 *
 * @param counts what was done there; nothing where it could not be entered
 * @param pause how long until the mailbox may be tried again; zero where that is not the question
 */
public record VisitResult(Kind kind, RunCounts counts, Duration pause) {

  /** What the sweep does next. */
  public enum Kind {
    /** Goes on to the next mailbox. */
    DONE,
    /** Takes a checkpoint, and comes back to this one. */
    MORE,
    /** Counts it, and goes on to the next mailbox. */
    UNREACHABLE,
    /** Waits: it is throttled, or gave no answer. */
    LATER,
    /** Waits for a slot in it; that is nobody's failure. */
    NO_SLOT
  }

  public static VisitResult done(RunCounts counts) {
    return new VisitResult(Kind.DONE, counts, Duration.ZERO);
  }

  public static VisitResult more(RunCounts counts) {
    return new VisitResult(Kind.MORE, counts, Duration.ZERO);
  }

  public static VisitResult unreachable() {
    return new VisitResult(Kind.UNREACHABLE, RunCounts.NONE, Duration.ZERO);
  }

  public static VisitResult later(Duration pause) {
    return new VisitResult(Kind.LATER, RunCounts.NONE, pause);
  }

  public static VisitResult noSlot(Duration pause) {
    return new VisitResult(Kind.NO_SLOT, RunCounts.NONE, pause);
  }
}
