package io.crmsync.sync.mailbox;

import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of asking to be let into a mailbox.
 *
 * @param answer of the work, with {@link Kind#ENTERED}; else empty
 * @param why with PARKED, CLOSED, WAIT and REFUSED; else empty
 * @param pause with WAIT how long the service wants to be left alone, empty where it does not say;
 *     with CLOSED how long until the next try, empty where somebody else keeps it
 * @param wasParked whether the mailbox was parked, and let us in
 */
public record EntryResult<T>(
    Kind kind, Optional<T> answer, Optional<Why> why, Optional<Duration> pause, boolean wasParked) {

  /** The closed list of what can come of it. */
  public enum Kind {
    ENTERED,
    /** It is known not to be entered now (R22); no request was sent, or none but who it is. */
    PARKED,
    /** It said that it is closed, just now. */
    CLOSED,
    /** Later: it is throttled, on its way to another server, or gave no answer. */
    WAIT,
    /** As many of this instance's workers as may are in it. */
    NO_SLOT,
    /** It refused a request that is about no contact. */
    REFUSED,
    /** It is another mailbox than what was planned was planned for: to be planned anew. */
    BECAME_ANOTHER
  }

  static <T> EntryResult<T> in(T answer, boolean wasParked) {
    return new EntryResult<>(
        Kind.ENTERED, Optional.of(answer), Optional.empty(), Optional.empty(), wasParked);
  }

  static <T> EntryResult<T> parked(Why why) {
    return outside(Kind.PARKED, Optional.of(why), Optional.empty());
  }

  static <T> EntryResult<T> closed(Why why, Optional<Duration> nextTry) {
    return outside(Kind.CLOSED, Optional.of(why), nextTry);
  }

  static <T> EntryResult<T> later(Reason why, Optional<Duration> pause) {
    return outside(Kind.WAIT, Optional.of(Why.of(why)), pause);
  }

  static <T> EntryResult<T> refused(Why why) {
    return outside(Kind.REFUSED, Optional.of(why), Optional.empty());
  }

  static <T> EntryResult<T> noSlot() {
    return outside(Kind.NO_SLOT, Optional.empty(), Optional.empty());
  }

  static <T> EntryResult<T> becameAnother() {
    return outside(Kind.BECAME_ANOTHER, Optional.empty(), Optional.empty());
  }

  /** The same of whoever was not let in, and so has no answer. */
  <U> EntryResult<U> outside() {
    return outside(kind, why, pause);
  }

  private static <T> EntryResult<T> outside(
      Kind kind, Optional<Why> why, Optional<Duration> pause) {
    return new EntryResult<>(kind, Optional.empty(), why, pause, false);
  }
}
