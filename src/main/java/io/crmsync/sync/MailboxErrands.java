package io.crmsync.sync;

import io.crmsync.sync.port.Run.Mode;

/** What each sort of run does in the mailboxes. */
record MailboxErrands(MailboxErrand sweep) {

  MailboxErrand of(Mode mode) {
    return switch (mode) {
      case FULL -> sweep;
      case CHANGES, DRY_RUN ->
          throw new IllegalStateException("such a run visits no mailboxes: " + mode.code());
    };
  }
}
