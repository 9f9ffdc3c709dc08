package io.crmsync.sync;

/** The mailbox changed under our eyes: looked at again in a moment. */
final class UnsettledMailbox extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
