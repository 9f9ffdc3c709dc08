package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every {@link RunStore} must do. */
public abstract class RunStoreContract {
  /** An empty store, the same one throughout a test. */
  protected abstract RunStore store();

  @Test
  void thereIsNoRunUntilOneIsStarted() {
    assertThat(store().latest()).isEmpty();
    assertThat(store().find("20261122T010000Z")).isEmpty();
    assertThat(store().list(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void everyPartOfARunIsKept() {
    for (Run.Status status : Run.Status.values()) {
      for (Run.Phase phase : Run.Phase.values()) {
        Run run = full("run-" + status + phase, status, phase);
        store().start(run, store().latest().map(latest -> latest.value().runId()));
        assertThat(store().find(run.runId()).map(Versioned::value)).contains(run);
      }
    }
  }

  @Test
  void theRunThatWasStartedLastIsTheLatest() {
    Version first = store().start(run("r1"), Optional.empty());
    assertThat(store().latest()).contains(new Versioned<>(run("r1"), first));

    Version second = store().start(run("r2"), Optional.of("r1"));
    assertThat(store().latest()).contains(new Versioned<>(run("r2"), second));
    assertThat(store().find("r1").map(Versioned::value)).contains(run("r1"));
  }

  @Test
  void aRunIsNotStartedAfterOneThatIsNotTheLatest() {
    store().start(run("r1"), Optional.empty());

    assertThatThrownBy(() -> store().start(run("r2"), Optional.empty()))
        .isInstanceOf(StaleWrite.class);
    assertThatThrownBy(() -> store().start(run("r2"), Optional.of("r0")))
        .isInstanceOf(StaleWrite.class);
    assertThatThrownBy(() -> store().start(run("r1"), Optional.of("r1")))
        .isInstanceOf(StaleWrite.class);
    assertThat(store().find("r2")).isEmpty();
  }

  @Test
  void aRunIsWrittenOnTheVersionThatWasRead() {
    Version first = store().start(run("r1"), Optional.empty());
    Run changed = full("r1", Run.Status.FAILED, Run.Phase.DONE);
    Version second = store().write(new Versioned<>(changed, first));

    assertThat(store().find("r1")).contains(new Versioned<>(changed, second));
    assertThat(store().latest().map(Versioned::value)).contains(changed);
    assertThatThrownBy(() -> store().write(new Versioned<>(run("r1"), first)))
        .isInstanceOf(StaleWrite.class);
    assertThatThrownBy(() -> store().write(Versioned.fresh(run("r1"))))
        .isInstanceOf(StaleWrite.class);
  }

  @Test
  void runsAreListedNewestFirst() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String id = "202611%02dT010000Z-%d".formatted(i + 10, i);
      store().start(run(id), store().latest().map(latest -> latest.value().runId()));
      ids.add(0, id);
    }

    assertThat(ids(store().list(Optional.empty(), 100))).isEqualTo(ids);
    assertThat(ids(store().list(Optional.of(ids.get(4)), 3))).isEqualTo(ids.subList(5, 8));
    assertThat(ids(store().list(Optional.of(ids.get(11)), 3))).isEmpty();
  }

  @Test
  void anIdThatIsThePartOfAnotherIsOlder() {
    store().start(run("r"), Optional.empty());
    store().start(run("r1"), Optional.of("r"));
    store().start(run("r10"), Optional.of("r1"));

    assertThat(ids(store().list(Optional.empty(), 10))).containsExactly("r10", "r1", "r");
  }

  @Test
  void anyTextMayBeAskedForAsARun() {
    assertThat(store().find("")).isEmpty();
    assertThat(store().find("a/b\\c#d?e'f\n漢")).isEmpty();
    assertThat(store().find("x".repeat(5_000))).isEmpty();
    assertThat(store().find("latest")).isEmpty();
    store().start(run("r1"), Optional.empty());
    assertThat(ids(store().list(Optional.of("x".repeat(5_000)), 3))).containsExactly("r1");
    assertThat(ids(store().list(Optional.of(""), 3))).isEmpty();
  }

  @Test
  void ofTwoThatAreStartedAtOnceOneWins() throws Exception {
    store().start(run("r0"), Optional.empty());

    assertThat(
            Race.of(
                List.<Callable<Boolean>>of(
                    () -> Race.wins(() -> store().start(run("r1"), Optional.of("r0"))),
                    () -> Race.wins(() -> store().start(run("r2"), Optional.of("r0"))))))
        .containsExactlyInAnyOrder(true, false);
    assertThat(store().list(Optional.empty(), 10)).hasSize(2);
  }

  private static Run run(String id) {
    return Run.started(id, Run.Mode.CHANGES, Run.TIMER, NOW);
  }

  private static Run full(String id, Run.Status status, Run.Phase phase) {
    return new Run(
        id,
        Run.Mode.DRY_RUN,
        status,
        phase,
        7,
        "c00042",
        NOW,
        NOW.plusSeconds(1),
        2,
        Optional.of(NOW.plusSeconds(2)),
        new RunCounts(Map.of(RunCounts.CONTACTS_READ, 5_000_000_000L, "bad.kind \"x\"", 1L)),
        "crmUnavailable",
        "person:o1",
        Optional.of(new Run.Decision("app:o2", NOW.plusSeconds(3))));
  }

  private static List<String> ids(List<Run> runs) {
    return runs.stream().map(Run::runId).toList();
  }
}
