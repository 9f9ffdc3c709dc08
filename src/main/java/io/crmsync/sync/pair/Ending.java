package io.crmsync.sync.pair;

import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.port.MailboxTrouble;
import java.util.Optional;

/**
 * How the work on a claimed pair ended, as data: {@link SettlePair} writes it down.
 *
 * @param outcome what is said of the pair, where it is done
 * @param why skipped, delayed or refused; empty where the outcome says it
 * @param link with AS_DESIRED: the copy, and what it was brought to
 * @param trouble with NO_ANSWER and TURNED_AWAY: what the mailbox said
 */
record Ending(
    Kind kind,
    Outcome outcome,
    Optional<Why> why,
    Optional<Link> link,
    Optional<MailboxTrouble> trouble) {

  /** The closed list of endings: the pair is done, later, the mailbox's, or given up. */
  enum Kind {
    /** Done: the copy is as the CRM has it. */
    AS_DESIRED,
    /** Done: left as it is until something changes. */
    LEFT,
    /** R21: it stays open until its user asks for it, or SYNC_NEW says that it need not wait. */
    WAITS_FOR_USER,
    /** Done: the copy is gone as it should be, and with it all that was known of the pair. */
    WITHDRAWN,
    /** Copies in former mailboxes are gone; the pair itself is reconciled next. */
    FORMER_REMOVED,
    /** Later, and counted as an attempt: the mailbox changed under our eyes, or time ran out. */
    TRY_AGAIN,
    /** Later: somebody else works on what this work depends on. */
    CLAIMED_BY_ANOTHER,
    /** Later, and counted: nobody knows whether the last request was carried out. */
    NO_ANSWER,
    /** The mailbox's affair: it is closed, throttled, or on its way to another server. */
    TURNED_AWAY,
    /** The service refuses what is desired: the contact's affair, unless others are refused too. */
    REFUSED,
    /** The app has left the mailboxes: nothing is done for the pair. */
    UNINSTALLED
  }

  static Ending asDesired(Link link, Outcome outcome) {
    return new Ending(
        Kind.AS_DESIRED, outcome, Optional.empty(), Optional.of(link), Optional.empty());
  }

  static Ending left(Outcome outcome) {
    return of(Kind.LEFT, outcome, Optional.empty());
  }

  static Ending left(Outcome outcome, Reason why) {
    return of(Kind.LEFT, outcome, Optional.of(Why.of(why)));
  }

  static Ending waitsForUser() {
    return of(Kind.WAITS_FOR_USER, Outcome.SKIPPED, Optional.of(Why.of(Reason.WAITS_FOR_USER)));
  }

  /** Takes whether a copy of ours was there. */
  static Ending withdrawn(boolean removed) {
    Outcome outcome = removed ? Outcome.REMOVED : Outcome.UNCHANGED;
    return of(Kind.WITHDRAWN, outcome, Optional.empty());
  }

  static Ending formerRemoved() {
    return of(Kind.FORMER_REMOVED, Outcome.REMOVED, Optional.empty());
  }

  static Ending tryAgain(Reason why) {
    return of(Kind.TRY_AGAIN, Outcome.SKIPPED, Optional.of(Why.of(why)));
  }

  static Ending claimedByAnother() {
    return of(Kind.CLAIMED_BY_ANOTHER, Outcome.SKIPPED, Optional.of(Why.of(Reason.CLAIMED)));
  }

  static Ending uninstalled() {
    return of(Kind.UNINSTALLED, Outcome.SKIPPED, Optional.of(Why.of(Reason.UNINSTALLED)));
  }

  /** The mailbox refused a request for what it holds. */
  static Ending refused(MailboxRefused refusal) {
    return of(Kind.REFUSED, Outcome.FAILED, Optional.of(Why.refused(refusal.code())));
  }

  /** The mailbox is closed, busy, or did not answer. */
  static Ending trouble(MailboxTrouble trouble) {
    boolean unknown =
        trouble instanceof MailboxBusy busy && busy.kind() == MailboxBusy.Cause.OUTCOME_UNKNOWN;
    Kind kind = unknown ? Kind.NO_ANSWER : Kind.TURNED_AWAY;
    return new Ending(
        kind, Outcome.SKIPPED, Optional.empty(), Optional.empty(), Optional.of(trouble));
  }

  private static Ending of(Kind kind, Outcome outcome, Optional<Why> why) {
    return new Ending(kind, outcome, why, Optional.empty(), Optional.empty());
  }
}
