package io.crmsync.domain.contact;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a contact's fields, normalised ({@link NormalForm}); an empty field is absent.
 * Immutable.
 *
 * <p>Of a value that an earlier version normalised otherwise, the form that it had then is kept as
 * well: what was sent in that form is the same value, and no change (R10). Two are equal if their
 * values are, whatever the earlier forms.
 */
public final class FieldValues {
  private static final FieldValues NONE = new FieldValues(Map.of(), Map.of());

  /** Characters of an earlier form; longer ones are not kept, so that a row holds them all. */
  private static final int LONGEST_EARLIER_FORM = 500;

  private final Map<Field, String> values;
  private final Map<Field, String> earlierForms;

  private FieldValues(Map<Field, String> values, Map<Field, String> earlierForms) {
    this.values = Collections.unmodifiableMap(values);
    this.earlierForms = Collections.unmodifiableMap(earlierForms);
  }

  public static FieldValues none() {
    return NONE;
  }

  /** Takes values in any form; normalises them and drops the blank ones. */
  public static FieldValues of(Map<Field, String> raw) {
    return new FieldValues(normalised(raw), new EnumMap<>(Field.class));
  }

  /**
   * Takes values as a row holds them, normalised by the version that wrote it; what is in another
   * form now has that one as its earlier form.
   *
   * @param earlierForms those that the row has itself
   */
  public static FieldValues stored(Map<Field, String> rows, Map<Field, String> earlierForms) {
    Map<Field, String> values = normalised(rows);
    Map<Field, String> earlier = new EnumMap<>(Field.class);
    earlier.putAll(earlierForms);
    rows.forEach(
        (field, stored) -> {
          boolean another = !stored.equals(values.getOrDefault(field, ""));
          if (another && stored.length() <= LONGEST_EARLIER_FORM) {
            earlier.put(field, stored);
          }
        });
    return new FieldValues(values, earlier);
  }

  private static Map<Field, String> normalised(Map<Field, String> raw) {
    Map<Field, String> kept = new EnumMap<>(Field.class);
    raw.forEach(
        (field, value) -> {
          String normal = NormalForm.of(field, value);
          if (!normal.isEmpty()) {
            kept.put(field, normal);
          }
        });
    return kept;
  }

  /** The same, with the earlier forms of those values that were the same before. */
  public FieldValues keepingEarlierForms(FieldValues before) {
    Map<Field, String> kept = new EnumMap<>(Field.class);
    before.earlierForms.forEach(
        (field, form) -> {
          if (before.get(field).equals(get(field))) {
            kept.put(field, form);
          }
        });
    kept.putAll(earlierForms);
    return new FieldValues(values, kept);
  }

  /** The forms, other than the value, in which earlier versions may have sent it; mostly none. */
  public Map<Field, String> earlierForms() {
    return earlierForms;
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
