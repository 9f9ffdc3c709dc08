package io.crmsync.adapters.storage;

import com.azure.data.tables.models.TableEntity;
import io.crmsync.domain.version.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A row to be written. Empty values are left out; reading gives them back as empty. */
final class NewRow {
  /** A property holds 64 KiB: so many UTF-16 characters with room to spare. */
  private static final int LONGEST_TEXT = 32_000;

  private static final int LONGEST_BINARY = 60_000;

  /** Where the SDK looks for the version. */
  private static final String ETAG = "odata.etag";

  private static final String WRITE = "write";

  private final TableEntity entity;
  private int weight = 200;

  NewRow(String partition, String key) {
    this.entity = new TableEntity(partition, key);
  }

  /** Text of any length: a long one is packed, over as many properties as it takes. */
  NewRow text(String name, String value) {
    if (value.length() > LONGEST_TEXT) {
      packed(name, CompressedText.pack(value));
    } else if (!value.isEmpty()) {
      add(name, value, 3 * value.length());
    }
    return this;
  }

  NewRow text(String name, Optional<String> value) {
    return text(name, value.orElse(""));
  }

  NewRow instant(String name, Optional<Instant> value) {
    return text(name, value.map(RowText::of));
  }

  NewRow instant(String name, Instant value) {
    return text(name, RowText.of(value));
  }

  NewRow number(String name, int value) {
    return add(name, value, 20);
  }

  NewRow flag(String name, boolean value) {
    return add(name, value, 20);
  }

  /** Ids, which have no spaces. */
  NewRow ids(String name, Collection<?> ids) {
    return text(name, ids.stream().map(Object::toString).sorted().collect(Collectors.joining(" ")));
  }

  NewRow map(String name, Map<String, String> map) {
    return map.isEmpty() ? this : text(name, RowText.of(map));
  }

  /**
   * With a mark of this one write, by which it is known again if its answer was lost; two who write
   * the same at once are told apart. Stays the same when it is tried once more.
   */
  NewRow signed() {
    return entity.getProperty(WRITE) == null
        ? text(WRITE, Long.toString(ThreadLocalRandom.current().nextLong(), 36))
        : this;
  }

  /** The version that the write is planned on. */
  NewRow on(Version version) {
    entity.addProperty(ETAG, version.etag());
    return this;
  }

  String partition() {
    return entity.getPartitionKey();
  }

  String key() {
    return entity.getRowKey();
  }

  TableEntity entity() {
    return entity;
  }

  /** At most so many bytes in a request. */
  int weight() {
    return weight;
  }

  /** Whether the stored row has just these properties and values, the mark of the write too. */
  boolean sameAs(StoredRow stored) {
    return StoredRow.own(entity).equals(stored.own());
  }

  private void packed(String name, byte[] bytes) {
    for (int start = 0; start < bytes.length; start += LONGEST_BINARY) {
      int end = Math.min(bytes.length, start + LONGEST_BINARY);
      String part = name + "Packed" + start / LONGEST_BINARY;
      add(part, Arrays.copyOfRange(bytes, start, end), 2 * (end - start));
    }
  }

  private NewRow add(String name, Object value, int bytes) {
    entity.addProperty(name, value);
    weight += name.length() + 40 + bytes;
    return this;
  }
}
