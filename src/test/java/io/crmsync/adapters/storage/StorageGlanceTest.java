package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.data.tables.models.TableItem;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.localapp.azurite.SharedAzurite;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StorageUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StorageGlanceTest {
  private final String prefix = TestStorage.prefix();
  private final StorageOperations operations = new StorageOperations();
  private final StorageClients storage = TestStorage.at(prefix, operations);

  @Test
  void inAnEmptyAccountItMakesNeitherTableNorQueue() {
    storage.ask();
    storage.ask();

    assertThat(operations.counted())
        .containsEntry("tables.Runs.get", 2L)
        .containsEntry("queues.contact-sync.get", 2L)
        .hasSize(2);
    assertThat(
            new TableServiceClientBuilder()
                .connectionString(SharedAzurite.connectionString())
                .httpClient(new OkHttpAsyncHttpClientBuilder().build())
                .buildClient()
                .listTables())
        .extracting(TableItem::getName)
        .noneMatch(name -> name.startsWith(prefix));
    assertThat(queue().createIfNotExists()).as("only now made").isTrue();
  }

  @Test
  void aMessageThatIsThereStaysThereUntouched() {
    PairMessage message = PairMessage.of(new PairId(new UserId("u"), new ContactId("c")));
    new StorageJobQueue(storage).sendPair(message, Lane.NIGHTLY, Duration.ZERO);

    storage.ask();

    assertThat(queue().receiveMessage().getDequeueCount()).isOne();
  }

  @Test
  void withoutAnAnswerItSaysSo() {
    StorageClients nowhere =
        StorageClients.of(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;"
                + "TableEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;",
            operations);
    assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(nowhere::ask);
  }

  private QueueClient queue() {
    return new QueueClientBuilder()
        .connectionString(SharedAzurite.connectionString())
        .queueName(prefix + "-contact-sync")
        .httpClient(new OkHttpAsyncHttpClientBuilder().build())
        .buildClient();
  }
}
