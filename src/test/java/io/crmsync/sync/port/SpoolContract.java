package io.crmsync.sync.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every spool does. */
public abstract class SpoolContract {
  private static final String RUN = "20261201T010000000Z-a";
  private static final String OTHER = RUN + "b";

  /** An empty spool, the same one throughout a test. */
  protected abstract Spool spool();

  @Test
  void aShardGivesAllPartsThatWerePutIntoIt() {
    spool().put(RUN, "0", Map.of(1, List.of("a", "b")));
    spool().put(RUN, "1", Map.of(1, List.of("{\"name\":\"Jürgen 😀\"}")));
    spool().put(RUN, "0", Map.of(2, List.of("of another shard")));
    spool().put(RUN, "0", Map.of(10, List.of("whose number begins alike")));

    assertThat(lines(RUN, 1)).containsExactlyInAnyOrder("a", "b", "{\"name\":\"Jürgen 😀\"}");
  }

  @Test
  void thePartOnceMoreReplacesWhatWasKeptOfIt() {
    spool().put(RUN, "0", Map.of(1, List.of("a", "b")));
    spool().put(RUN, "0", Map.of(1, List.of("b")));
    spool().put(RUN, "1", Map.of(1, List.of("c")));
    spool().put(RUN, "1", Map.of(1, List.of()));

    assertThat(lines(RUN, 1)).containsExactly("b");
  }

  @Test
  void nothingIsThereWhereNothingWasPut() {
    assertThat(lines(RUN, 7)).isEmpty();
    spool().delete(RUN);
    assertThat(lines(RUN, 7)).isEmpty();
  }

  @Test
  void aRunsLinesAreForgottenAndNoOthers() {
    spool().put(RUN, "0", Map.of(1, List.of("a")));
    spool().put(RUN, "0", Map.of(2, List.of("b")));
    spool().put(OTHER, "0", Map.of(1, List.of("c")));

    spool().delete(RUN);
    spool().delete(RUN);

    assertThat(lines(RUN, 1)).isEmpty();
    assertThat(lines(RUN, 2)).isEmpty();
    assertThat(lines(OTHER, 1)).containsExactly("c");
  }

  private List<String> lines(String run, int shard) {
    List<String> lines = new ArrayList<>();
    spool().read(run, shard, lines::add);
    return lines;
  }
}
