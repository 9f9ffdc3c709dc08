package io.crmsync.adapters.storage;

import static io.crmsync.sync.port.StoreSamples.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.data.tables.models.TableEntity;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.snapshot.StoredContact;
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

  /** The row of a version that took off white space only. */
  @Test
  void aRowWhoseValuesAreNormalisedOtherwiseTodayKeepsTheirEarlierForms() {
    StoredContact contact = read(rowOf(Map.of("firstName", "John\u200B", "lastName", "Doe")));
    assertThat(contact.fields())
        .isEqualTo(FieldValues.of(Map.of(Field.FIRST_NAME, "John", Field.LAST_NAME, "Doe")));
    assertThat(contact.fields().earlierForms()).isEqualTo(Map.of(Field.FIRST_NAME, "John\u200B"));
  }

  private static StoredContact read(TableEntity row) {
    return ContactRow.read(new StoredRow(row)).value();
  }

  private static TableEntity rowOf(Map<String, String> fields) {
    return new TableEntity("7", "c1")
        .addProperty("odata.etag", "e")
        .addProperty("standing", "active")
        .addProperty("viewScope", "public")
        .addProperty("readAt", "2026-03-01T01:00:00.000000000Z")
        .addProperty("fields", RowText.of(fields));
  }

  private static Map<String, Integer> spread(IntFunction<ContactId> id) {
    Map<String, Integer> spread = new HashMap<>();
    IntStream.range(0, MANY)
        .forEach(i -> spread.merge(ContactRow.partition(id.apply(i)), 1, Integer::sum));
    return spread;
  }
}
