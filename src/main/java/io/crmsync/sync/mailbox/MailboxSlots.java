package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.UserId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many of this instance's workers may be in one mailbox: Graph allows 4 requests at once per
 * app and mailbox, over all instances.
 */
public final class MailboxSlots {
  private static final long WAIT_MILLIS = 1_000;

  private final ConcurrentMap<UserId, Semaphore> slots = new ConcurrentHashMap<>();
  private final int perMailbox;

  /** One worker's place in a mailbox, until it is closed. */
  @FunctionalInterface
  public interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /** Takes SYNC_MAILBOX_CONCURRENCY. */
  public MailboxSlots(int perMailbox) {
    this.perMailbox = perMailbox;
  }

  /** A place in this user's mailbox; empty: none got free within a second. */
  public Optional<Slot> take(UserId user) {
    Semaphore slot = slots.computeIfAbsent(user, id -> new Semaphore(perMailbox));
    return acquired(slot) ? Optional.of(slot::release) : Optional.empty();
  }

  private static boolean acquired(Semaphore slot) {
    try {
      return slot.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
