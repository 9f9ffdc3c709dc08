package io.crmsync.adapters.storage;

import com.azure.data.tables.models.TableEntity;
import io.crmsync.domain.version.Version;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row as it was read. What it does not have reads as empty, zero or false. */
final class StoredRow {
  /** Also in the middle: {@code Timestamp@odata.type}. */
  private static final String ODATA = "odata.";

  private static final Set<String> OTHERS = Set.of(Filter.PARTITION, Filter.ROW, "Timestamp");

  private final TableEntity entity;

  StoredRow(TableEntity entity) {
    this.entity = entity;
  }

  String partition() {
    return entity.getPartitionKey();
  }

  String key() {
    return entity.getRowKey();
  }

  Version version() {
    return new Version(entity.getETag());
  }

  String text(String name) {
    if (entity.getProperty(name) instanceof String plain) {
      return plain;
    }
    return entity.getProperty(name + "Packed0") == null ? "" : CompressedText.unpack(packed(name));
  }

  Optional<String> optional(String name) {
    return Optional.of(text(name)).filter(value -> !value.isEmpty());
  }

  Optional<Instant> instant(String name) {
    return optional(name).map(Instant::parse);
  }

  /** An instant that every such row has. */
  Instant required(String name) {
    return instant(name)
        .orElseThrow(
            () -> new IllegalStateException(partition() + "/" + key() + " has no " + name));
  }

  int number(String name) {
    return entity.getProperty(name) instanceof Number number ? number.intValue() : 0;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(entity.getProperty(name));
  }

  <I> Set<I> ids(String name, Function<String, I> id) {
    return Stream.of(text(name).split(" "))
        .filter(value -> !value.isEmpty())
        .map(id)
        .collect(Collectors.toUnmodifiableSet());
  }

  Map<String, String> map(String name) {
    return optional(name).map(RowText::map).orElse(Map.of());
  }

  /** All that we wrote into it: neither keys nor what storage and the SDK add. */
  Map<String, Object> own() {
    return own(entity);
  }

  static Map<String, Object> own(TableEntity entity) {
    return entity.getProperties().entrySet().stream()
        .filter(property -> !OTHERS.contains(property.getKey()))
        .filter(property -> !property.getKey().contains(ODATA))
        .collect(Collectors.toMap(Map.Entry::getKey, property -> comparable(property.getValue())));
  }

  /** An array equals only itself. */
  private static Object comparable(Object value) {
    return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
  }

  private byte[] packed(String name) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; entity.getProperty(name + "Packed" + i) instanceof byte[] part; i++) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
