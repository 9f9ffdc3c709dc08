package io.crmsync.domain.base;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.PairId;
import java.util.EnumMap;
import java.util.Map;

/**
 * Hashes the values of one pair. Contact and user are part of the hash, so that equal values in two
 * mailboxes cannot be told to be equal from the stored rows.
 */
public record FieldHasher(PairId pair) {

  /** Takes a normalised value; the empty string gives {@link FieldHash#EMPTY}. */
  public FieldHash hash(Field field, String value) {
    if (value.isEmpty()) {
      return FieldHash.EMPTY;
    }
    return new FieldHash(
        Digest.short96(pair.contact().value(), pair.user().value(), field.name(), value));
  }

  /** The base that these values make, once written. */
  public Base baseOf(FieldValues values) {
    Map<Field, FieldHash> hashes = new EnumMap<>(Field.class);
    values.asMap().forEach((field, value) -> hashes.put(field, hash(field, value)));
    return new Base(hashes);
  }
}
