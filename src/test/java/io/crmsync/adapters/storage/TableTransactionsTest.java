package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.adapters.storage.TableTransactions.Change;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTransactionsTest {
  @Test
  void aTransactionHasAtMostAHundredRows() {
    List<Change> changes = IntStream.range(0, 201).mapToObj(i -> put("p", "k" + i, "")).toList();

    assertThat(TableTransactions.cut(changes)).extracting(List::size).containsExactly(100, 100, 1);
    assertThat(TableTransactions.cut(changes).stream().flatMap(List::stream))
        .containsExactlyElementsOf(changes);
  }

  @Test
  void aTransactionHasRowsOfOnePartition() {
    List<Change> changes = List.of(put("p", "a", ""), put("q", "a", ""), put("p", "b", ""));

    assertThat(TableTransactions.cut(changes))
        .containsExactly(List.of(changes.get(0), changes.get(2)), List.of(changes.get(1)));
  }

  @Test
  void aTransactionIsNotTooLargeToSend() {
    String large = "x".repeat(30_000);
    List<Change> changes = IntStream.range(0, 99).mapToObj(i -> put("p", "k" + i, large)).toList();

    assertThat(TableTransactions.cut(changes))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            piece ->
                assertThat(piece.stream().mapToInt(change -> change.row().weight()).sum())
                    .isLessThan(4 << 20));
  }

  @Test
  void aRowThatIsTooLargeByItselfIsATransaction() {
    List<Change> changes = List.of(veryLarge("a"), veryLarge("b"));

    assertThat(TableTransactions.cut(changes)).hasSize(2);
  }

  @Test
  void ofTwoChangesOfOneRowTheLastCounts() {
    Change last = put("p", "a", "2");

    assertThat(TableTransactions.cut(List.of(put("p", "a", "1"), last)))
        .containsExactly(List.of(last));
  }

  @Test
  void noChangesAreNoTransaction() {
    assertThat(TableTransactions.cut(List.of())).isEmpty();
  }

  private static Change put(String partition, String key, String value) {
    return Change.put(new NewRow(partition, key).text("value", value));
  }

  private static Change veryLarge(String key) {
    NewRow row = new NewRow("p", key);
    IntStream.range(0, 40).forEach(i -> row.text("value" + i, "x".repeat(30_000)));
    return Change.put(row);
  }
}
