package io.crmsync.sync.mailbox;

import io.crmsync.domain.mailbox.MailboxState.Parked;
import java.time.Instant;

/**
 * Who asks to be let into a mailbox, and what the gate does differently for each. One row a caller:
 *
 * <table>
 * <caption>What differs</caption>
 * <tr><th></th><th>at a parked one</th><th>another mailbox by now</th><th>parks</th><th>notes
 * Retry-After</th></tr>
 * <tr><td>PAIR</td><td>when its next try has come</td><td>settled; the pair is planned anew</td>
 * <td>yes</td><td>yes</td></tr>
 * <tr><td>PERSON</td><td>at once</td><td>settled; the pair is planned anew</td><td>yes</td>
 * <td>yes</td></tr>
 * <tr><td>RUN</td><td>when its next try has come</td><td>settled</td><td>yes</td><td>yes</td></tr>
 * <tr><td>PREVIEW</td><td>never</td><td>forecast; nothing is written</td><td>no</td><td>yes</td></tr>
 * <tr><td>DRY_RUN</td><td>as a run after this one would</td><td>forecast; not entered</td>
 * <td>no</td><td>no: it writes nothing</td></tr>
 * </table>
 */
public enum Entry {
  /** A pair whose message came on the nightly queue. */
  PAIR(Retry.WHEN_DUE, true, AskIdentity.Age.THIS_RUN, true, true, true),
  /** A pair that a person waits for (R22). */
  PERSON(Retry.AT_ONCE, true, AskIdentity.Age.LATELY, true, true, true),
  /** A run that goes from mailbox to mailbox. */
  RUN(Retry.WHEN_DUE, true, AskIdentity.Age.NONE, false, true, true),
  /** Somebody who is told what would be done. */
  PREVIEW(Retry.NEVER, false, AskIdentity.Age.LATELY, false, false, true),
  /** A dry run. */
  DRY_RUN(Retry.AS_A_RUN_WOULD, false, AskIdentity.Age.LATELY, true, false, false);

  private final Retry retry;
  private final boolean settles;
  private final AskIdentity.Age age;
  private final boolean sameMailbox;
  private final boolean parks;
  private final boolean notesThrottling;

  Entry(
      Retry retry,
      boolean settles,
      AskIdentity.Age age,
      boolean sameMailbox,
      boolean parks,
      boolean notesThrottling) {
    this.retry = retry;
    this.settles = settles;
    this.age = age;
    this.sameMailbox = sameMailbox;
    this.parks = parks;
    this.notesThrottling = notesThrottling;
  }

  private enum Retry {
    NEVER,
    WHEN_DUE,
    /**
     * When it is due, and where it was parked for what the CRM named: the run has read the CRM by
     * then.
     */
    AS_A_RUN_WOULD,
    AT_ONCE
  }

  /** Whether a mailbox that is parked is tried now. */
  boolean retries(Parked parked, Instant now) {
    boolean due = !now.isBefore(parked.nextTry());
    return switch (retry) {
      case NEVER -> false;
      case WHEN_DUE -> due;
      case AS_A_RUN_WOULD -> due || parked.endsInCrm();
      case AT_ONCE -> true;
    };
  }

  /** Whether the mailbox that answered is stored as the user's; else that is only forecast. */
  boolean settles() {
    return settles;
  }

  /** How old an answer about the mailbox's identity may be. */
  AskIdentity.Age age() {
    return age;
  }

  /** Whether what is to be done there was planned for the mailbox as it was known. */
  boolean needsTheSameMailbox() {
    return sameMailbox;
  }

  /** Whether one that is closed is parked. */
  boolean parks() {
    return parks;
  }

  /** Whether it is written down until when the service wants no more requests. */
  boolean notesThrottling() {
    return notesThrottling;
  }
}
