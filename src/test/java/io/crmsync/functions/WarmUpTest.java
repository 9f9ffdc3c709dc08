package io.crmsync.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.crmsync.NeverHangs;
import io.crmsync.functions.http.Health;
import io.crmsync.functions.settings.BadSetting;
import io.crmsync.functions.settings.Settings;
import io.crmsync.functions.timer.NightlySync;
import io.crmsync.localapp.azurite.SharedAzurite;
import io.crmsync.simulators.graph.GraphSimulator;
import io.crmsync.simulators.graph.GraphSimulatorOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@NeverHangs
class WarmUpTest {
  private final AtomicInteger readings = new AtomicInteger();
  private final Platform platform = new Platform();

  @Test
  void whateverAStepThrowsTheOthersAreTaken() {
    List<String> taken = new ArrayList<>();
    List<Runnable> steps =
        List.of(
            () -> {
              throw new NoClassDefFoundError("com/microsoft/graph/Missing");
            },
            () -> {
              throw new IllegalStateException("no token");
            },
            () -> taken.add("last"));
    assertThatNoException().isThrownBy(new WarmUp(() -> steps)::run);
    assertThat(taken).containsExactly("last");
  }

  @Test
  void evenWhatFailsBeforeTheFirstStepHarmsNobody() {
    WarmUp broken =
        new WarmUp(
            () -> {
              throw new ExceptionInInitializerError("the composition root");
            });
    assertThatNoException().isThrownBy(broken::run);
  }

  @Test
  void nobodyWaitsForIt() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    Thread begun = WarmUp.begin(() -> List.of(() -> awaitRelease(held)));
    assertThat(begun.isAlive()).isTrue();
    assertThat(begun.isDaemon()).isTrue();
    held.countDown();
    begun.join();
  }

  @Test
  void aBadSettingIsLeftToTheFirstCallWhichNamesIt() {
    Map<String, String> settings = settings("http://127.0.0.1:1/v1.0");
    settings.put("SYNC_PAGE_SIZE", "0");
    CompositionRoot root = root(settings);

    new WarmUp(root::warmUp).run();
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> root.function(NightlySync.class).run("{}", platform.context()))
        .withMessageContaining("SYNC_PAGE_SIZE")
        .withMessageContaining("1 to 5000");
    assertThat(health(root).getStatusCode()).isEqualTo(200);
  }

  /** This process has no settings of the app in its environment. */
  @Test
  void asTheWorkerStartsItAnAppWithoutSettingsAnswersAllTheSame() {
    FunctionInstances instances = new FunctionInstances();
    assertThat(instances.getInstance(Health.class)).isSameAs(instances.getInstance(Health.class));
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> instances.getInstance(NightlySync.class).run("{}", platform.context()))
        .withMessageContaining("is missing");
  }

  @Test
  void storageThatDoesNotAnswerIsLeftToTheFirstCall() {
    Map<String, String> settings = settings("http://127.0.0.1:1/v1.0");
    settings.put(
        "AzureWebJobsStorage",
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;"
            + "TableEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;");
    CompositionRoot root = root(settings);
    assertThatNoException().isThrownBy(new WarmUp(root::warmUp)::run);
    assertThat(health(root).getStatusCode()).isEqualTo(200);
  }

  @Test
  void itReadsStorageAndSendsGraphNothingAndEverythingIsMadeOnce() throws Exception {
    try (GraphSimulator graph = GraphSimulator.start(GraphSimulatorOptions.defaults())) {
      CompositionRoot root = root(settings(graph.baseUrl()));

      Thread warming = WarmUp.begin(root::warmUp);
      root.warmUp().forEach(Runnable::run);
      warming.join();

      assertThat(root.storageOperations().counted())
          .containsOnlyKeys("queues.contact-sync.get", "tables.Runs.get");
      assertThat(graph.requests()).isEmpty();
      assertThat(root.graphRequests().total()).isZero();
      assertThat(readings).hasValue(1);
    }
  }

  private CompositionRoot root(Map<String, String> settings) {
    return new CompositionRoot(
        () -> {
          readings.incrementAndGet();
          return Settings.of(settings);
        });
  }

  private static Map<String, String> settings(String graph) {
    return new HashMap<>(
        Map.of(
            "AzureWebJobsStorage",
            SharedAzurite.connectionString(),
            "CRM_BASE_URL",
            "http://127.0.0.1:1",
            "GRAPH_BASE_URL",
            graph,
            "SYNC_SCHEDULE",
            "0 0 1 * * *"));
  }

  private static Sent health(CompositionRoot root) {
    return (Sent)
        root.function(Health.class).run(Platform.request(Map.of(), Map.of(), Optional.empty()));
  }

  private static void awaitRelease(CountDownLatch held) {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
