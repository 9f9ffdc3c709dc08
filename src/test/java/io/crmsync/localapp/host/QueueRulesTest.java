package io.crmsync.localapp.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueRulesTest {

  @Test
  void hostJsonIsUnderstood(@TempDir Path directory) throws IOException {
    Path file =
        hostJson(
            directory,
            """
            {"extensions": {"queues": {"batchSize": 4, "newBatchThreshold": 3, "maxDequeueCount": 2,
              "visibilityTimeout": "00:01:30", "messageEncoding": "base64"}}}
            """);

    assertThat(QueueRules.fromHostJson(file))
        .isEqualTo(new QueueRules(4, 3, 2, Duration.ofSeconds(90), Duration.ofMinutes(10)));
  }

  @Test
  void theProjectsHostJsonTriesAFailedMessageLater() {
    assertThat(QueueRules.fromHostJson(Path.of("host.json")).retryDelay()).isPositive();
  }

  @Test
  void absentSettingsAreAzuresDefaults(@TempDir Path directory) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();

    assertThat(QueueRules.fromHostJson(hostJson(directory, "{}")))
        .isEqualTo(new QueueRules(16, 8 * cores, 5, Duration.ZERO, Duration.ofMinutes(10)));
  }

  @Test
  void plainTextMessagesAreRefused(@TempDir Path directory) throws IOException {
    Path file = hostJson(directory, "{\"extensions\":{\"queues\":{\"messageEncoding\":\"none\"}}}");

    assertThatThrownBy(() -> QueueRules.fromHostJson(file)).hasMessageContaining("base64");
  }

  private static Path hostJson(Path directory, String text) throws IOException {
    return Files.writeString(directory.resolve("host.json"), text);
  }
}
