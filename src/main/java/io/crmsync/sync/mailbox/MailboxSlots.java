package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.UserId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many of this instance's workers may be in one mailbox: Graph allows 4 requests at once per
 * app and mailbox, over all instances.
 */
public final class MailboxSlots {
  private static final long WAIT_MILLIS = 1_000;

  private final ConcurrentMap<UserId, Semaphore> slots = new ConcurrentHashMap<>();
  private final int perMailbox;

  /** Takes SYNC_MAILBOX_CONCURRENCY. */
  public MailboxSlots(int perMailbox) {
    this.perMailbox = perMailbox;
  }

  public <T> T within(UserId user, Supplier<T> work, Supplier<T> noSlotSoon) {
    Semaphore slot = slots.computeIfAbsent(user, id -> new Semaphore(perMailbox));
    if (!acquired(slot)) {
      return noSlotSoon.get();
    }
    try {
      return work.get();
    } finally {
      slot.release();
    }
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
