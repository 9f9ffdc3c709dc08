package io.crmsync.localapp.host;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Polls one queue for one function, as the real host does. */
final class QueueListener implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger("Host");

  private final QueueClient queue;
  private final QueueRules rules;
  private final MessageDelivery delivery;
  private final ExecutorService workers;
  private final InFlight inFlight = new InFlight();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread loop;

  QueueListener(
      QueueClient queue, QueueRules rules, MessageDelivery delivery, ExecutorService workers) {
    this.queue = queue;
    this.rules = rules;
    this.delivery = delivery;
    this.workers = workers;
    this.loop = new Thread(this::poll, "poll-" + queue.getQueueName());
  }

  void start() {
    loop.setDaemon(true);
    loop.start();
  }

  /** The queue's name. */
  String queueName() {
    return queue.getQueueName();
  }

  /** Messages being worked on. */
  int inFlight() {
    return inFlight.count();
  }

  /** Takes no more messages and waits for those being worked on. */
  @Override
  public void close() {
    closing.countDown();
    try {
      loop.join();
      inFlight.awaitAtMost(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void poll() {
    PollPause pause = new PollPause();
    try {
      Duration wait = Duration.ZERO;
      while (!closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        inFlight.awaitAtMost(rules.newBatchThreshold());
        wait = takeBatch(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration takeBatch(PollPause pause) {
    List<QueueMessageItem> batch = receive();
    if (batch.isEmpty()) {
      return pause.longer();
    }
    pause.reset();
    batch.forEach(this::dispatch);
    return Duration.ZERO;
  }

  private List<QueueMessageItem> receive() {
    try {
      return queue.receiveMessages(rules.batchSize(), rules.lease(), null, Context.NONE).stream()
          .toList();
    } catch (HttpResponseException e) {
      if (e.getResponse().getStatusCode() != 404) {
        LOG.log(Level.WARNING, e, () -> "Queue " + queueName() + " can't be read");
      }
      return List.of();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Storage can't be reached");
      return List.of();
    }
  }

  private void dispatch(QueueMessageItem message) {
    inFlight.add();
    workers.execute(
        () -> {
          try {
            delivery.deliver(message);
          } finally {
            inFlight.remove();
          }
        });
  }
}
