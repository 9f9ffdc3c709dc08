package io.crmsync.adapters.storage;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.PeekedMessageItem;
import io.crmsync.sync.port.Backlog.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/** One queue, made at its first use if it is not there. */
final class StorageQueue {
  private static final Duration NEVER_EXPIRES = Duration.ofSeconds(-1);

  private final String name;
  private final QueueClient client;
  private final Once made;

  StorageQueue(String name, QueueClient client) {
    this.name = name;
    this.client = client;
    this.made = new Once(() -> call("create", client::createIfNotExists));
  }

  /** The delay is rounded up to whole seconds: storage knows no other. */
  void send(String message, Duration delay) {
    made.ensure();
    Duration seconds = delay.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    call(
        "send",
        () -> client.sendMessageWithResponse(message, seconds, NEVER_EXPIRES, null, Context.NONE));
  }

  /**
   * Asks for the first message and leaves it there; the queue need not be there, nor is it made.
   */
  void ask() {
    StorageCall.unlessRefused(client.getQueueName() + " glance", client::peekMessage);
  }

  Waiting waiting() {
    made.ensure();
    long messages = call("count", () -> client.getProperties().getApproximateMessagesCountLong());
    Optional<Instant> oldest =
        call("peek", () -> Optional.ofNullable(client.peekMessage()))
            .map(PeekedMessageItem::getInsertionTime)
            .map(OffsetDateTime::toInstant);
    return new Waiting(name, messages, oldest);
  }

  private <T> T call(String operation, Supplier<T> request) {
    return StorageCall.call(client.getQueueName() + " " + operation, request);
  }
}
