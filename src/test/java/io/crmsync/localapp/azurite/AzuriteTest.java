package io.crmsync.localapp.azurite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.Context;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.data.tables.models.TableEntity;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.models.QueueMessageItem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzuriteTest {

  @Test
  void aMissingInstallationSaysWhatToDo(@TempDir Path directory) {
    assertThatThrownBy(() -> AzuriteInstallation.under(directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("npm ci");
  }

  @Test
  void aMessageHiddenOrTakenStillCountsAndComesOnlyWhenVisible() {
    QueueClient queue = queue(SharedAzurite.azurite(), "azurite-hidden");
    queue.sendMessage("now");
    queue.sendMessageWithResponse("later", Duration.ofHours(1), null, null, Context.NONE);

    List<QueueMessageItem> taken = receive(queue);

    assertThat(taken).extracting(item -> item.getBody().toString()).containsExactly("now");
    assertThat(receive(queue)).isEmpty();
    assertThat(length(queue)).isEqualTo(2);
    queue.deleteMessage(taken.get(0).getMessageId(), taken.get(0).getPopReceipt());
    assertThat(length(queue)).isEqualTo(1);
  }

  @Test
  void aReleasedMessageComesAgainWithItsCount() {
    QueueClient queue = queue(SharedAzurite.azurite(), "azurite-released");
    queue.sendMessage("text");
    QueueMessageItem first = receive(queue).get(0);
    queue.updateMessage(first.getMessageId(), first.getPopReceipt(), "other", Duration.ZERO);

    assertThat(receive(queue))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.getBody()).hasToString("other");
              assertThat(again.getDequeueCount()).isEqualTo(2);
            });
  }

  @Test
  void messagesComeInTheOrderInWhichTheyBecameVisibleWhateverIsInOtherQueues() {
    QueueClient crowded = queue(SharedAzurite.azurite(), "azurite-crowded");
    QueueClient queue = queue(SharedAzurite.azurite(), "azurite-order");
    for (int i = 0; i < 40; i++) {
      crowded.sendMessage("noise " + i);
    }
    queue.sendMessage("first");
    queue.sendMessage("second");

    assertThat(receive(queue))
        .extracting(item -> item.getBody().toString())
        .containsExactlyInAnyOrder("first", "second");
    assertThat(receive(crowded)).hasSize(32);
    assertThat(receive(crowded)).hasSize(8);
  }

  @Test
  void operationsAreCountedByNameAndTable() {
    Azurite azurite = SharedAzurite.azurite();
    TableClient table = table(azurite, "Counted");
    table.createEntity(new TableEntity("p", "r"));
    table.upsertEntity(new TableEntity("p", "r"));
    table.getEntity("p", "r");
    assertThat(table.listEntities()).hasSize(1);
    queue(azurite, "azurite-counted").sendMessage("text");

    assertThat(azurite.operations())
        .containsEntry("table Counted insert", 1L)
        .containsEntry("table Counted merge", 1L)
        .containsEntry("table Counted read", 1L)
        .containsEntry("table Counted query", 1L)
        .containsEntry("queue azurite-counted send", 1L);
  }

  @Test
  void whatIsKeptInADirectoryIsThereForTheNextOne(@TempDir Path directory) {
    try (Azurite first = Azurite.in(directory)) {
      table(first, "Kept").createEntity(new TableEntity("p", "r"));
      queue(first, "kept").sendMessage("text");
    }
    try (Azurite second = Azurite.in(directory)) {
      assertThat(table(second, "Kept").getEntity("p", "r").getRowKey()).isEqualTo("r");
      assertThat(receive(queue(second, "kept"))).hasSize(1);
    }
  }

  @Test
  void whatIsKeptSurvivesTheDeathOfTheJvmThatStartedIt(@TempDir Path directory) throws IOException {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledParent.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(parent.inputReader().readLine()).isEqualTo(KilledParent.WRITTEN);
    parent.destroyForcibly();

    try (Azurite next = Azurite.in(directory)) {
      assertThat(table(next, "Kept").getEntity("p", "r").getRowKey()).isEqualTo("r");
    }
  }

  @Test
  void twoCannotUseOneDirectory(@TempDir Path directory) {
    try (Azurite first = Azurite.in(directory)) {
      assertThat(first.connectionString()).contains("TableEndpoint=http://127.0.0.1:");
      assertThatThrownBy(() -> StateDirectory.free(directory, Duration.ofMillis(1)))
          .hasMessageContaining("Another Azurite");
    }
    assertThat(StateDirectory.free(directory, Duration.ofMillis(1)).path()).isAbsolute();
  }

  @Test
  void oneThatCannotStartSaysWhatItPrinted(@TempDir Path directory) {
    AzuriteInstallation broken = new AzuriteInstallation(directory.resolve("none.js"));

    assertThatThrownBy(() -> Azurite.start(broken, Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.js");
  }

  private static List<QueueMessageItem> receive(QueueClient queue) {
    return queue.receiveMessages(32, Duration.ofMinutes(1), null, Context.NONE).stream().toList();
  }

  private static long length(QueueClient queue) {
    return queue.getProperties().getApproximateMessagesCountLong();
  }

  private static QueueClient queue(Azurite azurite, String name) {
    QueueClient queue =
        new QueueClientBuilder()
            .connectionString(azurite.connectionString())
            .queueName(name)
            .buildClient();
    queue.createIfNotExists();
    return queue;
  }

  static TableClient table(Azurite azurite, String name) {
    TableServiceClient tables =
        new TableServiceClientBuilder().connectionString(azurite.connectionString()).buildClient();
    tables.createTableIfNotExists(name);
    return tables.getTableClient(name);
  }
}
