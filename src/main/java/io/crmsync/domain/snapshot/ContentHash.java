package io.crmsync.domain.snapshot;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.base.Digest;
import io.crmsync.domain.contact.FieldValues;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether what is desired of a contact changed: its state and its fields, no one's access.
 */
final class ContentHash {
  private ContentHash() {}

  static String of(ContactState contactState, FieldValues fields) {
    ContactState known = contactState.departed() ? ContactState.GONE : contactState;
    List<String> parts = new ArrayList<>(List.of(known.name()));
    fields
        .asMap()
        .forEach(
            (field, value) -> {
              parts.add(field.name());
              parts.add(value);
            });
    return Digest.short96(parts.toArray(String[]::new));
  }
}
