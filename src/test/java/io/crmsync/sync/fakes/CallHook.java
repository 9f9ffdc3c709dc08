package io.crmsync.sync.fakes;

/**
 * Looks on at every request; what it throws, the caller gets. Runs outside the mailbox's lock, so
 * it may use the mailbox, as another worker or the user would.
 */
public interface CallHook {
  /** What may happen to a request before it is carried out. */
  default void before(FakeMailbox mailbox, MailboxCall call) {}

  /** What may happen after it was carried out: a lost answer, for one. */
  default void after(FakeMailbox mailbox, MailboxCall call) {}
}
