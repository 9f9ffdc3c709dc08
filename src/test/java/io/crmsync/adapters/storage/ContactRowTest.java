package io.crmsync.adapters.storage;

import static io.crmsync.sync.port.StoreSamples.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactRowTest {
  private static final int MANY = 8_000;

  @ParameterizedTest
  @ValueSource(strings = {"%d", "crm-contact-%08d", "%d0000", "8f14e45f-ceea-467f-9b2b-%012x"})
  void contactsAreSpreadEvenlyWhateverTheirIds(String pattern) {
    assertThat(spread(i -> new ContactId(pattern.formatted(i))).values())
        .hasSize(ContactRow.PARTITIONS)
        .allMatch(count -> count > 700 && count < 1_300);
  }

  /** Neighbours are worked on at the same time. */
  @Test
  void neighboursAreSpreadToo() {
    assertThat(IntStream.range(0, 6).mapToObj(i -> ContactRow.partition(numbered(i))).distinct())
        .hasSizeGreaterThan(3);
  }

  /** With other values every row that is stored would be lost. */
  @Test
  void thePartitionOfAnIdNeverChanges() {
    assertThat(IntStream.range(0, 6).mapToObj(i -> ContactRow.partition(numbered(i))))
        .containsExactly("7", "1", "3", "5", "6", "0");
  }

  private static Map<String, Integer> spread(IntFunction<ContactId> id) {
    Map<String, Integer> spread = new HashMap<>();
    IntStream.range(0, MANY)
        .forEach(i -> spread.merge(ContactRow.partition(id.apply(i)), 1, Integer::sum));
    return spread;
  }
}
