package io.crmsync.sync.pair;

import io.crmsync.domain.patch.UnknownWrites;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;

/**
 * Which requests of one attempt may have changed the mailbox: those refused unexecuted have not.
 */
final class SentWrites {
  private int changes;
  private int creates;

  void change() {
    changes++;
  }

  void create() {
    creates++;
  }

  /** Takes what a change was answered with instead of success. */
  void changeAnswered(RuntimeException answer) {
    if (notCarriedOut(answer)) {
      changes--;
    }
  }

  /** After a 429, too, a create is looked for before it is repeated: one copy too many stays. */
  void createAnswered(RuntimeException answer) {
    if (saidNo(answer)) {
      creates--;
    }
  }

  boolean any() {
    return changes > 0 || creates > 0;
  }

  boolean mayHaveMade() {
    return creates > 0;
  }

  /** So much of what was planned may have been done. */
  UnknownWrites of(UnknownWrites planned) {
    if (creates > 0) {
      return planned;
    }
    return changes > 0 ? planned.withoutCreate() : UnknownWrites.NOTHING;
  }

  private static boolean notCarriedOut(RuntimeException e) {
    boolean later =
        e instanceof MailboxBusy busy && busy.kind() != MailboxBusy.Cause.OUTCOME_UNKNOWN;
    return later || e instanceof MailboxClosed || saidNo(e);
  }

  private static boolean saidNo(RuntimeException e) {
    return e instanceof MailboxRefused || e instanceof FolderGone;
  }
}
