package io.crmsync.sync.port;

/** What a mailbox says instead of what it was asked for. Its message never quotes a value (R20). */
public abstract sealed class MailboxTrouble extends RuntimeException
    permits MailboxBusy, MailboxClosed, MailboxRefused {
  private static final long serialVersionUID = 1L;

  MailboxTrouble(String what) {
    super(what);
  }
}
