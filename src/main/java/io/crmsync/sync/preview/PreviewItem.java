package io.crmsync.sync.preview;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.reason.Why;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of a user's contacts, and what would be done with it.
 *
 * @param fullName empty: the snapshot has none
 * @param email empty: the snapshot has none
 * @param changes the fields that would be written, with their desired values; an empty value clears
 * @param reasons the gravest first
 */
public record PreviewItem(
    ContactId contact,
    String fullName,
    String email,
    PreviewState state,
    Map<Field, String> changes,
    List<Why> reasons) {

  public PreviewItem {
    Map<Field, String> copy = new EnumMap<>(Field.class);
    copy.putAll(changes);
    changes = Collections.unmodifiableMap(copy);
    reasons = List.copyOf(reasons);
  }

  /** Whether the part, in lower case, is in name or e-mail, any case. */
  boolean mentions(String part) {
    return lower(fullName).contains(part) || lower(email).contains(part);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Ids and reasons only (R20). */
  @Override
  public String toString() {
    return "PreviewItem[" + contact + " " + state.code() + " " + reasons + "]";
  }
}
