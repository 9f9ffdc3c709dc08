package io.crmsync.domain.base;

import io.crmsync.domain.contact.Field;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The CRM's values when we last wrote or adopted the contact, as hashes. Never the mailbox's: with
 * those, an edit of the user's that was kept would look like a change in the CRM next time.
 */
public record Base(Map<Field, FieldHash> hashes) {
  public static final Base NONE = new Base(Map.of());

  public Base {
    Map<Field, FieldHash> copy = new EnumMap<>(Field.class);
    hashes.forEach(
        (field, hash) -> {
          if (!hash.isEmpty()) {
            copy.put(field, hash);
          }
        });
    hashes = Collections.unmodifiableMap(copy);
  }

  /** The hash, {@link FieldHash#EMPTY} where the CRM had no value. */
  public FieldHash of(Field field) {
    return hashes.getOrDefault(field, FieldHash.EMPTY);
  }
}
