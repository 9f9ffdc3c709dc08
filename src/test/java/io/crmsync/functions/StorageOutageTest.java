package io.crmsync.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.NeverHangs;
import io.crmsync.functions.settings.Settings;
import io.crmsync.localapp.azurite.Azurite;
import io.crmsync.localapp.azurite.AzuriteService;
import io.crmsync.localapp.azurite.StorageLine;
import io.crmsync.localapp.host.FunctionClasses;
import io.crmsync.localapp.host.FunctionCounts;
import io.crmsync.localapp.host.FunctionHost;
import io.crmsync.localapp.host.HostSetup;
import io.crmsync.localapp.host.QueueRules;
import io.crmsync.localapp.waiting.Eventually;
import io.crmsync.simulators.crm.CrmSimulator;
import io.crmsync.simulators.crm.CrmSimulatorOptions;
import io.crmsync.simulators.graph.GraphSimulator;
import io.crmsync.simulators.graph.GraphSimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Storage is away for a while, for half an hour as host.json and the timer's retry policy count it:
 * the pauses that they name are left out, the number of tries is theirs.
 */
@NeverHangs
class StorageOutageTest {
  private static final QueueRules RULES = QueueRules.fromHostJson(Path.of("host.json"));
  private static final Duration OUTAGE = Duration.ofMinutes(30);

  /** More than Azure's own five; the rule above tells how many there may be. */
  private static final int DELIVERIES = 12;

  /** As expected.json of the sample tells. */
  private static final int PAIRS_OF_THE_SAMPLE = 289;

  private final Azurite azurite = Azurite.inMemory();
  private final StorageLine line = StorageLine.to(azurite);
  private final CrmSimulator crm =
      CrmSimulator.start(CrmSimulatorOptions.of(Path.of("src/local/resources/sample")));
  private final GraphSimulator graph = GraphSimulator.start(GraphSimulatorOptions.defaults());
  private final CompositionRoot root = new CompositionRoot(() -> Settings.of(settings()));

  @AfterEach
  void end() {
    line.close();
    azurite.close();
    crm.close();
    graph.close();
  }

  @Test
  void aFailedMessageIsDeliveredAgainForLongerThanAnOutage() {
    assertThat(RULES.retryDelay().multipliedBy(RULES.maxDequeueCount() - 1L)).isGreaterThan(OUTAGE);
  }

  @Test
  void theTimerTriesForLongerThanAnOutageAndTheNightGoesOnThen() throws Exception {
    List<Duration> pauses = new ArrayList<>();
    try (FunctionHost host = host()) {
      line.cut(AzuriteService.values());
      host.fire(
          "NightlySync",
          pause -> {
            pauses.add(pause);
            if (total(pauses).compareTo(OUTAGE) > 0) {
              line.mend();
            }
          });
      assertThat(counts(host, "NightlySync").succeeded()).isOne();
      theNightIsWhole(host);
    }
  }

  /** The worst of outages: messages are delivered, and nothing can be read or written. */
  @Test
  void aRunGoesOnWhereItsTablesWereAway() throws Exception {
    try (FunctionHost host = host()) {
      host.fire("NightlySync");
      line.cut(AzuriteService.TABLE);
      Eventually.until(() -> failed(host) >= DELIVERIES || poisoned(host));
      line.mend();
      theNightIsWhole(host);
    }
  }

  private int copies() {
    return graph.mailboxes().stream().mapToInt(user -> user.contacts().size()).sum();
  }

  private static boolean poisoned(FunctionHost host) {
    return host.counts().entrySet().stream()
        .anyMatch(each -> each.getKey().startsWith("Poison") && each.getValue().started() > 0);
  }

  private static boolean runEnded(FunctionHost host) {
    return host.queueLengths().getOrDefault("snapshot-pages", 0L) == 0;
  }

  private static FunctionCounts counts(FunctionHost host, String function) {
    return host.counts().getOrDefault(function, new FunctionCounts(0, 0, 0));
  }

  private static long failed(FunctionHost host) {
    return counts(host, "SnapshotPage").failed();
  }

  /**
   * Nothing was given up, and every mailbox has what an undisturbed night brings. What is to come a
   * quarter of an hour later is not waited for.
   */
  private void theNightIsWhole(FunctionHost host) {
    Eventually.until(() -> poisoned(host) || (copies() == PAIRS_OF_THE_SAMPLE && runEnded(host)));
    assertThat(poisoned(host)).isFalse();
    assertThat(copies()).isEqualTo(PAIRS_OF_THE_SAMPLE);
  }

  private static Duration total(List<Duration> pauses) {
    return pauses.stream().reduce(Duration.ZERO, Duration::plus);
  }

  private FunctionHost host() {
    return HostSetup.of(FunctionClasses.besides(FunctionInstances.class))
        .settings(settings())
        .storage(line.connectionString())
        .queues(RULES.retryDelay(Duration.ZERO))
        .instances(root::function)
        .start();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("AzureWebJobsStorage", line.connectionString());
    settings.put("CRM_BASE_URL", crm.baseUrl().toString());
    settings.put("GRAPH_BASE_URL", graph.baseUrl());
    settings.put("SYNC_SCHEDULE", "0 0 1 * * *");
    settings.put("SYNC_PAGE_SIZE", "20");
    return settings;
  }
}
