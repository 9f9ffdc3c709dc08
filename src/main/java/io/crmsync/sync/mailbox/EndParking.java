package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import java.time.Clock;

/** Takes a mailbox that was parked into use again; its pairs catch up (R22). */
public final class EndParking {
  private final MailboxStore states;
  private final WakePairs wake;
  private final Clock clock;
  private final UserLocks locks = new UserLocks();

  EndParking(MailboxStore states, WakePairs wake, Clock clock) {
    this.states = states;
    this.wake = wake;
    this.clock = clock;
  }

  /**
   * It is in use again. Until its pairs are queued it is one whose next try has come: who is killed
   * in between leaves that to the first of them that is let in. Who comes second finds it done.
   */
  public void of(UserId user) {
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
