package io.crmsync.adapters.storage;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.models.QueueMessageItem;
import io.crmsync.localapp.azurite.SharedAzurite;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueueContract;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StepMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class StorageJobQueueTest extends JobQueueContract {
  private static final int AT_ONCE = 32;

  private final String prefix = TestStorage.prefix();
  private final JobQueue queue =
      new StorageJobQueue(TestStorage.at(prefix, new StorageOperations()));

  @Override
  protected JobQueue queue() {
    return queue;
  }

  @Override
  protected List<PairMessage> takeVisible(JobQueue.Lane lane) {
    return take(client(lane)).stream().map(PairMessageJson::read).toList();
  }

  @Override
  protected List<StepMessage> takeVisibleRunSteps() {
    return take(client("snapshot-pages")).stream().map(StepMessageJson.RUNS::read).toList();
  }

  @Override
  protected List<StepMessage> takeVisibleChanges() {
    return take(client("contact-changes")).stream().map(StepMessageJson.NOTICES::read).toList();
  }

  @Override
  protected int waiting(JobQueue.Lane lane) {
    QueueClient client = client(lane);
    client.createIfNotExists();
    return Math.toIntExact(client.getProperties().getApproximateMessagesCountLong());
  }

  /** Receives as the Functions host does: Base64, hidden from others for a while. */
  private static List<String> take(QueueClient client) {
    client.createIfNotExists();
    List<String> bodies = new ArrayList<>();
    List<QueueMessageItem> received = receive(client);
    while (!received.isEmpty()) {
      received.forEach(message -> bodies.add(message.getBody().toString()));
      received = receive(client);
    }
    return bodies;
  }

  private static List<QueueMessageItem> receive(QueueClient client) {
    return client.receiveMessages(AT_ONCE, Duration.ofMinutes(5), null, null).stream().toList();
  }

  private QueueClient client(JobQueue.Lane lane) {
    return client(
        switch (lane) {
          case NIGHTLY -> "contact-sync";
          case NOW -> "contact-sync-now";
        });
  }

  private QueueClient client(String name) {
    return new QueueClientBuilder()
        .connectionString(SharedAzurite.connectionString())
        .queueName(prefix + "-" + name)
        .httpClient(new OkHttpAsyncHttpClientBuilder().build())
        .messageEncoding(QueueMessageEncoding.BASE64)
        .buildClient();
  }
}
