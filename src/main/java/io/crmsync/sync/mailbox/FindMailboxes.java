package io.crmsync.sync.mailbox;

import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Page;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.PairStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Shows admins the mailboxes that the app has met, and which are parked (R22). */
public final class FindMailboxes {
  public static final int PAGE = 50;

  /** Another instance's clock may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final MailboxStore mailboxes;
  private final PairStore pairs;
  private final Clock clock;

  public FindMailboxes(MailboxStore mailboxes, PairStore pairs, Clock clock) {
    this.mailboxes = mailboxes;
    this.pairs = pairs;
    this.clock = clock;
  }

  /** Which mailboxes. */
  public enum Which {
    ALL,
    OK,
    PARKED
  }

  /**
   * A mailbox.
   *
   * @param pairs how many contacts of it are linked
   */
  public record KnownMailbox(MailboxState state, long pairs) {}

  /**
   * Mailboxes by user id, 50 a page; each one shown costs a count of its pairs.
   *
   * @param after the last user id of the page before; empty: from the first
   */
  public Granted<Page<KnownMailbox>> list(Caller caller, Which which, Optional<String> after) {
    return Granted.toAdmin(caller, () -> Granted.of(page(which, after).map(this::counted)));
  }

  private Page<MailboxState> page(Which which, Optional<String> after) {
    List<MailboxState> found =
        mailboxes.all().stream()
            .filter(state -> matches(which, state))
            .filter(state -> after.map(id -> place(state).compareTo(id) > 0).orElse(true))
            .limit(PAGE + 1L)
            .toList();
    return Page.of(found, PAGE, FindMailboxes::place);
  }

  private static boolean matches(Which which, MailboxState state) {
    return switch (which) {
      case ALL -> true;
      case OK -> state.parked().isEmpty();
      case PARKED -> state.parked().isPresent();
    };
  }

  private static String place(MailboxState state) {
    return state.user().value();
  }

  private KnownMailbox counted(MailboxState state) {
    return new KnownMailbox(state, pairs.linkedBefore(state.user(), clock.instant().plus(AHEAD)));
  }
}
