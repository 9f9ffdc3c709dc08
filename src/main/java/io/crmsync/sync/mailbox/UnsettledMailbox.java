package io.crmsync.sync.mailbox;

/** The mailbox changed under our eyes: looked at again in a moment. */
public final class UnsettledMailbox extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
