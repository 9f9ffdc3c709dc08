package io.crmsync.sync.mailbox;

/** The mailbox changed while it was worked on: the attempt is repeated in a moment. */
public final class MailboxChangedMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
