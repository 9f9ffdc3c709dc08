package io.crmsync.localapp.host;

import com.azure.core.exception.HttpResponseException;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Polls the queues of all queue functions. */
final class QueueFront implements AutoCloseable {

  private static final String POISON = "-poison";

  private final QueueServiceClient storage;
  private final ExecutorService workers =
      Executors.newCachedThreadPool(DaemonThreads.named("worker"));
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("lease"));
  private final List<QueueListener> listeners;

  private QueueFront(
      String connectionString, HostSetup setup, FunctionTable table, Invoker invoker) {
    storage = new QueueServiceClientBuilder().connectionString(connectionString).buildClient();
    listeners =
        table.queues().stream()
            .map(function -> listener(function, setup.queues(), invoker))
            .toList();
  }

  static QueueFront start(
      String connectionString, HostSetup setup, FunctionTable table, Invoker invoker) {
    QueueFront front = new QueueFront(connectionString, setup, table, invoker);
    front.listeners.forEach(QueueListener::start);
    return front;
  }

  /** Messages in each queue that a function reads, hidden ones too. */
  Map<String, Long> lengths() {
    Map<String, Long> lengths = new TreeMap<>();
    listeners.forEach(listener -> lengths.put(listener.queueName(), length(listener.queueName())));
    return lengths;
  }

  /** Messages being worked on. */
  int inFlight() {
    return listeners.stream().mapToInt(QueueListener::inFlight).sum();
  }

  /** Takes no more messages, waits for those being worked on. */
  @Override
  public void close() {
    listeners.parallelStream().forEach(QueueListener::close);
    workers.shutdown();
    renewals.shutdown();
  }

  private long length(String queue) {
    try {
      return storage.getQueueClient(queue).getProperties().getApproximateMessagesCountLong();
    } catch (HttpResponseException e) {
      if (e.getResponse().getStatusCode() == 404) {
        return 0L;
      }
      throw e;
    }
  }

  private QueueListener listener(QueueFunction function, QueueRules rules, Invoker invoker) {
    String name = function.queue();
    var queue = storage.getQueueClient(name);
    var poison =
        name.endsWith(POISON)
            ? Optional.<com.azure.storage.queue.QueueClient>empty()
            : Optional.of(storage.getQueueClient(name + POISON));
    var delivery = new MessageDelivery(function, queue, poison, rules, invoker, renewals);
    return new QueueListener(queue, rules, delivery, workers);
  }
}
