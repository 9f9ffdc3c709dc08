package io.crmsync.localapp.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.NeverHangs;
import io.crmsync.localapp.azurite.SharedAzurite;
import io.crmsync.localapp.waiting.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

@NeverHangs
class QueueFrontTest {
  private static final QueueRules RULES =
      QueueRules.fromHostJson(Path.of("host.json")).retryDelay(Duration.ZERO);

  private static final String QUEUE = "host-test";

  private final Sample sample = new Sample();

  @Test
  void aMessageIsDecodedHandedOverAndDeleted() throws InterruptedException {
    QueueClient queue = queue("decoded");
    queue.sendMessage(base64("grüße"));
    try (FunctionHost host = host("decoded")) {
      assertThat(sample.seen.take()).isEqualTo("grüße 1");
      Eventually.until(host::drained);
      assertThat(host.counts()).containsEntry("Take", new FunctionCounts(1, 0, 0));
      assertThat(host.queueLengths()).containsEntry(QUEUE + "-decoded", 0L);
    }
  }

  @Test
  void aFailingMessageIsTriedAgainAndThenPoison() throws InterruptedException {
    QueueClient queue = queue("failing");
    queue.sendMessage(base64("fail"));
    try (FunctionHost host = host("failing")) {
      for (int attempt = 1; attempt <= RULES.maxDequeueCount(); attempt++) {
        assertThat(sample.seen.take()).isEqualTo("fail " + attempt);
      }
      assertThat(sample.poisoned.take()).isEqualTo("fail");
      Eventually.until(host::drained);
      assertThat(host.counts().get("Take"))
          .isEqualTo(new FunctionCounts(0, RULES.maxDequeueCount(), 0));
    }
  }

  @Test
  void plainTextGoesToPoisonUnseenByTheFunction() throws InterruptedException {
    queue("plain").sendMessage("{not base64}");
    QueueClient poison = queue("plain-poison");
    try (FunctionHost host = host("plain", OnlyTake.class)) {
      Eventually.until(host::drained);
      assertThat(host.counts()).containsEntry("Take", new FunctionCounts(0, 0, 0));
    }
    assertThat(poison.receiveMessage().getBody()).hasToString("{not base64}");
  }

  @Test
  void aLongRunningMessageKeepsItsLease() throws InterruptedException {
    queue("leased").sendMessage(base64("wait"));
    try (FunctionHost first = host("leased", Duration.ofSeconds(1));
        FunctionHost second = host("leased", Duration.ofSeconds(1))) {
      assertThat(sample.seen.take()).isEqualTo("wait 1");
      Eventually.until(() -> renewals("leased") >= 5);
      assertThat(sample.seen).isEmpty();
      assertThat(first.drained() && second.drained()).isFalse();
      sample.gate.countDown();
      Eventually.until(first::drained);
      Eventually.until(second::drained);
    }
  }

  @Test
  void closingWaitsForWhatIsBeingDone() throws InterruptedException {
    QueueClient queue = queue("closing");
    queue.sendMessage(base64("wait"));
    FunctionHost host = host("closing");
    assertThat(sample.seen.take()).isEqualTo("wait 1");
    Thread closing = new Thread(host::close);
    closing.start();
    sample.gate.countDown();
    closing.join();

    assertThat(host.counts()).containsEntry("Take", new FunctionCounts(1, 0, 0));
    assertThat(queue.getProperties().getApproximateMessagesCountLong()).isZero();
  }

  @Test
  void hundredsOfMessagesEachRunOnce() throws InterruptedException {
    QueueClient queue = queue("many");
    for (int i = 0; i < 300; i++) {
      queue.sendMessage(base64("m" + i));
    }
    try (FunctionHost host = host("many")) {
      Eventually.until(host::drained);
      assertThat(host.counts()).containsEntry("Take", new FunctionCounts(300, 0, 0));
    }
    assertThat(sample.seen).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void aQueueThatDoesNotExistIsEmpty() throws InterruptedException {
    try (FunctionHost host = host("absent")) {
      Eventually.until(host::drained);
    }
  }

  private static long renewals(String name) {
    return SharedAzurite.azurite()
        .operations()
        .getOrDefault("queue " + QUEUE + "-" + name + " update", 0L);
  }

  private FunctionHost host(String name) {
    return host(name, Duration.ofMinutes(10));
  }

  private FunctionHost host(String name, Duration lease) {
    return setup(name, List.of(OnlyTake.class, Poisoned.class)).lease(lease).start();
  }

  private FunctionHost host(String name, Class<?> type) {
    return setup(name, List.of(type)).start();
  }

  private HostSetup setup(String name, List<Class<?>> classes) {
    return HostSetup.of(classes)
        .settings(Map.of("QUEUE", QUEUE + "-" + name))
        .storage(SharedAzurite.connectionString())
        .queues(RULES)
        .instances(type -> type == OnlyTake.class ? new OnlyTake(sample) : new Poisoned(sample));
  }

  private static QueueClient queue(String name) {
    QueueClient queue =
        new QueueClientBuilder()
            .connectionString(SharedAzurite.connectionString())
            .queueName(QUEUE + "-" + name)
            .buildClient();
    queue.createIfNotExists();
    return queue;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the sample functions saw, and a gate that "wait" waits at. */
  static final class Sample {
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> poisoned = new LinkedBlockingQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
  }

  public static class OnlyTake {
    private final Sample sample;

    OnlyTake(Sample sample) {
      this.sample = sample;
    }

    @FunctionName("Take")
    public void take(
        @QueueTrigger(name = "message", queueName = "%QUEUE%") String message,
        @BindingName("DequeueCount") long attempt)
        throws InterruptedException {
      sample.seen.add(message + " " + attempt);
      if (message.equals("wait")) {
        sample.gate.await();
      }
      if (message.equals("fail")) {
        throw new IllegalStateException("on purpose");
      }
    }
  }

  public static class Poisoned {
    private final Sample sample;

    Poisoned(Sample sample) {
      this.sample = sample;
    }

    @FunctionName("TakePoison")
    public void take(@QueueTrigger(name = "message", queueName = "%QUEUE%-poison") String message) {
      sample.poisoned.add(message);
    }
  }
}
