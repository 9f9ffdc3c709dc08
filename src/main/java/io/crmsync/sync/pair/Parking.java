package io.crmsync.sync.pair;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.mailbox.EndParking;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.PairMessage;
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
  private final JobQueue queue;
  private final EndParking endParking;
  private final Clock clock;

  Parking(MailboxStore states, JobQueue queue, EndParking endParking, Clock clock) {
    this.states = states;
    this.queue = queue;
    this.endParking = endParking;
    this.clock = clock;
  }

  public boolean stillParked(Parked parked) {
    return clock.instant().isBefore(parked.nextTry());
  }

  /** Parks the message's user. Of all that fail at once, one message is kept to try again. */
  Look park(PairMessage message, Why why) {
    park(message.user(), why)
        .ifPresent(
            wait ->
                queue.sendPair(
                    PairMessage.of(message.pair()).checking(message.check()), Lane.NIGHTLY, wait));
    return Look.ended(Outcome.PARKED, why);
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

  /** The mailbox answered: it is in use again, and catches up. */
  public void leave(UserId user) {
    endParking.of(user);
  }
}
