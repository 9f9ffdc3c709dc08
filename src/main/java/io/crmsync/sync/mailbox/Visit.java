package io.crmsync.sync.mailbox;

import io.crmsync.domain.run.RunCounts;
import java.time.Duration;

/**
 * How a run's visit to a mailbox ended.
 *
 * @param counts what was done there; nothing where it could not be entered
 * @param pause how long until the mailbox may be tried again; zero where that is not the question
 */
public record Visit(Kind kind, RunCounts counts, Duration pause) {

  /** What the walk does next. */
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

  public static Visit done(RunCounts counts) {
    return new Visit(Kind.DONE, counts, Duration.ZERO);
  }

  public static Visit more(RunCounts counts) {
    return new Visit(Kind.MORE, counts, Duration.ZERO);
  }

  public static Visit unreachable() {
    return new Visit(Kind.UNREACHABLE, RunCounts.NONE, Duration.ZERO);
  }

  public static Visit later(Duration pause) {
    return new Visit(Kind.LATER, RunCounts.NONE, pause);
  }

  public static Visit noSlot(Duration pause) {
    return new Visit(Kind.NO_SLOT, RunCounts.NONE, pause);
  }
}
