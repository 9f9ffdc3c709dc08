package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.port.MailboxStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leaves a mailbox alone that cannot be written to, with the reason, and tries it again after 1
 * hour, doubling to 24 (R22). Others go on. The pairs concerned stay open, so nothing of them has
 * to be remembered elsewhere.
 */
public final class Parking {
  private static final Duration FIRST_PAUSE = Duration.ofHours(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

  private final MailboxStore states;
  private final WakePairs wake;
  private final Clock clock;
  private final UserLocks locks = new UserLocks();

  Parking(MailboxStore states, WakePairs wake, Clock clock) {
    this.states = states;
    this.wake = wake;
    this.clock = clock;
  }

  /**
   * Parks a user; the nights' runs try the mailbox again.
   *
   * @return how long until the next try; empty: somebody else parked the user before
   */
  public Optional<Duration> park(UserId user, Why why) {
    Instant now = clock.instant();
    Optional<Parked> before = states.of(user).parked();
    MailboxState after = states.change(user, state -> parked(state, why, now));
    return after
        .parked()
        .filter(parked -> !before.equals(Optional.of(parked)))
        .map(parked -> Duration.between(now, parked.nextTry()).plusSeconds(1));
  }

  private MailboxState parked(MailboxState state, Why why, Instant now) {
    Optional<Parked> before = state.parked();
    if (before.isPresent() && now.isBefore(before.get().nextTry())) {
      return state;
    }
    Duration pause = before.map(Parked::pause).orElse(FIRST_PAUSE);
    Duration next =
        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    return state.parkedFor(
        new Parked(why, before.map(Parked::since).orElse(now), now.plus(pause), next));
  }

  /**
   * The mailbox answered: it is in use again, and its pairs catch up. Until they are queued it is
   * one whose next try has come: who is killed in between leaves that to the first of them that is
   * let in. Who comes second finds it done.
   */
  public void end(UserId user) {
    locks.alone(user, () -> inUse(user));
  }

  private MailboxState inUse(UserId user) {
    MailboxState due = states.change(user, this::due);
    if (due.parked().isEmpty()) {
      return due;
    }
    wake.unfinished(user);
    return states.change(user, now -> now.parked().equals(due.parked()) ? now.inUse() : now);
  }

  private MailboxState due(MailboxState state) {
    return state
        .parked()
        .map(parked -> state.parkedFor(parked.dueBy(clock.instant())))
        .orElse(state);
  }
}
