package io.crmsync.domain.contact;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a contact's fields, normalised ({@link Text#normal}); an empty field is absent.
 * Immutable.
 */
public final class FieldValues {
  private static final FieldValues NONE = new FieldValues(Map.of());

  private final Map<Field, String> values;

  private FieldValues(Map<Field, String> values) {
    this.values = values;
  }

  public static FieldValues none() {
    return NONE;
  }

  /** Takes values in any form; normalises them and drops the blank ones. */
  public static FieldValues of(Map<Field, String> raw) {
    Map<Field, String> kept = new EnumMap<>(Field.class);
    raw.forEach(
        (field, value) -> {
          String normal = Text.normal(value);
          if (!normal.isEmpty()) {
            kept.put(field, normal);
          }
        });
    return new FieldValues(Collections.unmodifiableMap(kept));
  }

  /** The value, or the empty string where there is none. */
  public String get(Field field) {
    return values.getOrDefault(field, "");
  }

  public Optional<String> find(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The fields that have a value. */
  public Set<Field> filled() {
    return values.keySet();
  }

  /** In the order of the fields; unmodifiable. */
  public Map<Field, String> asMap() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldValues that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Names the filled fields, never their values (R20). */
  @Override
  public String toString() {
    return "FieldValues" + values.keySet();
  }
}
