package io.crmsync.localapp.host;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What becomes of one message: done and deleted, hidden for another try, or moved to the poison
 * queue. Text that is no Base64 goes there unseen, as in Azure.
 */
final class MessageDelivery {

  private static final Logger LOG = Logger.getLogger("Host");

  private final QueueFunction function;
  private final QueueClient queue;
  private final Optional<QueueClient> poison;
  private final QueueRules rules;
  private final Invoker invoker;
  private final ScheduledExecutorService renewals;

  /** {@code poison} is empty for a queue that is a poison queue itself. */
  MessageDelivery(
      QueueFunction function,
      QueueClient queue,
      Optional<QueueClient> poison,
      QueueRules rules,
      Invoker invoker,
      ScheduledExecutorService renewals) {
    this.function = function;
    this.queue = queue;
    this.poison = poison;
    this.rules = rules;
    this.invoker = invoker;
    this.renewals = renewals;
  }

  /** Carries one message to its end; storage errors are logged, the message then comes again. */
  void deliver(QueueMessageItem message) {
    HeldMessage held = new HeldMessage(queue, message, rules.lease());
    try {
      Optional<String> text = decode(message.getBody().toString());
      if (text.isEmpty() || message.getDequeueCount() > rules.maxDequeueCount()) {
        toPoison(held);
      } else if (succeeds(text.get(), held)) {
        held.delete();
      } else {
        failed(held);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Message " + message.getMessageId() + " was not completed");
    }
  }

  private boolean succeeds(String text, HeldMessage held) {
    held.renewOn(renewals);
    try {
      invoker.invoke(function.bound(), text, metadata(text, held.message()));
      return true;
    } catch (FunctionFailed e) {
      return false;
    } finally {
      held.stopRenewing();
    }
  }

  private void failed(HeldMessage held) {
    if (held.message().getDequeueCount() >= rules.maxDequeueCount()) {
      toPoison(held);
    } else {
      held.release(rules.retryDelay());
    }
  }

  /** A message of a poison queue has nowhere to go: it stays hidden, then comes again. */
  private void toPoison(HeldMessage held) {
    poison.ifPresent(
        target -> {
          target.createIfNotExists();
          target.sendMessage(held.message().getBody().toString());
          held.delete();
          LOG.warning(
              () ->
                  "Message "
                      + held.message().getMessageId()
                      + " moved to "
                      + target.getQueueName());
        });
  }

  private Map<String, String> metadata(String text, QueueMessageItem message) {
    return Map.of(
        "QueueTrigger", text,
        "DequeueCount", Long.toString(message.getDequeueCount()),
        "Id", message.getMessageId(),
        "PopReceipt", message.getPopReceipt(),
        "InsertionTime", message.getInsertionTime().toString(),
        "ExpirationTime", message.getExpirationTime().toString(),
        "NextVisibleTime", message.getTimeNextVisible().toString());
  }

  private static Optional<String> decode(String body) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
