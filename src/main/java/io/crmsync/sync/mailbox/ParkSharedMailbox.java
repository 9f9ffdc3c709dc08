package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.port.MailboxStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leaves the mailbox of two active users alone (R22). Only the CRM can end that, or whoever gives
 * one of them another mailbox behind the address.
 */
public final class ParkSharedMailbox {
  private static final Duration PAUSE = Duration.ofHours(1);

  private final MailboxStore states;
  private final Clock clock;

  ParkSharedMailbox(MailboxStore states, Clock clock) {
    this.states = states;
    this.clock = clock;
  }

  /**
   * Parks the user, if she is not parked for this reason already: then the time of the next try
   * stays.
   */
  public void of(UserId user) {
    states.change(user, state -> since(state).isPresent() ? state : parked(state));
  }

  /** Parks the user, whose mailbox was tried just now: the next try is a whole pause from now. */
  void again(UserId user) {
    states.change(user, this::parked);
  }

  private MailboxState parked(MailboxState state) {
    Instant now = clock.instant();
    return state.parkedFor(
        new Parked(Why.of(Reason.MAILBOX_TWICE), since(state).orElse(now), now.plus(PAUSE), PAUSE));
  }

  private static Optional<Instant> since(MailboxState state) {
    return state
        .parked()
        .filter(parked -> parked.why().is(Reason.MAILBOX_TWICE))
        .map(Parked::since);
  }
}
