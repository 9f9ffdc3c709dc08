package io.crmsync.localapp.host;

import com.azure.core.util.BinaryData;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A message hidden from others while we work on it. */
final class HeldMessage {

  private static final Logger LOG = Logger.getLogger("Host");

  private final QueueClient queue;
  private final QueueMessageItem message;
  private final Duration lease;
  private String popReceipt;
  private Optional<ScheduledFuture<?>> renewal = Optional.empty();

  HeldMessage(QueueClient queue, QueueMessageItem message, Duration lease) {
    this.queue = queue;
    this.message = message;
    this.lease = lease;
    this.popReceipt = message.getPopReceipt();
  }

  QueueMessageItem message() {
    return message;
  }

  /** Hides it anew each time half of the lease is over. */
  synchronized void renewOn(ScheduledExecutorService clock) {
    long half = Math.max(1, lease.toMillis() / 2);
    renewal =
        Optional.of(clock.scheduleAtFixedRate(this::tryToRenew, half, half, TimeUnit.MILLISECONDS));
  }

  synchronized void stopRenewing() {
    renewal.ifPresent(future -> future.cancel(false));
  }

  /** Done with it. */
  synchronized void delete() {
    queue.deleteMessage(message.getMessageId(), popReceipt);
  }

  /** Others may take it after {@code delay}. */
  synchronized void release(Duration delay) {
    hide(delay);
  }

  private synchronized void tryToRenew() {
    try {
      hide(lease);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Message " + message.getMessageId() + " was not renewed");
    }
  }

  private void hide(Duration duration) {
    BinaryData body = message.getBody();
    popReceipt =
        queue
            .updateMessage(message.getMessageId(), popReceipt, body.toString(), duration)
            .getPopReceipt();
  }
}
