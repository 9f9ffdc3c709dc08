package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.MailboxState;
import io.crmsync.sync.port.MailboxState.Parked;
import io.crmsync.sync.port.MailboxStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves the mailbox of two active users alone (R22). Only the CRM can end that, or whoever gives
 * one of them another mailbox behind the address.
 */
public final class ParkTwice {
  private static final Duration PAUSE = Duration.ofHours(1);

  private final MailboxStore states;
  private final Clock clock;

  ParkTwice(MailboxStore states, Clock clock) {
    this.states = states;
    this.clock = clock;
  }

  public void of(UserId user) {
    Instant now = clock.instant();
    states.change(
        user,
        state ->
            state.parkedFor(
                new Parked(MailboxDoor.TWICE, since(state, now), now.plus(PAUSE), PAUSE)));
  }

  private static Instant since(MailboxState state, Instant now) {
    return state
        .parked()
        .filter(parked -> parked.reason().equals(MailboxDoor.TWICE))
        .map(Parked::since)
        .orElse(now);
  }
}
