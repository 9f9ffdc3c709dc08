package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import io.crmsync.sync.port.MailboxRefused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date that Graph holds as an instant: just before noon UTC it is the same date in every zone
 * from twelve hours behind to twelve hours ahead.
 */
final class Birthday {
  private static final LocalTime BEFORE_NOON = LocalTime.of(11, 59);

  private Birthday() {}

  static @Nullable String read(Contact contact) {
    return Optional.ofNullable(contact.getBirthday())
        .map(instant -> instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate().toString())
        .orElse(null);
  }

  static void write(Contact contact, @Nullable String date) {
    contact.setBirthday(date == null ? null : instant(date));
  }

  private static OffsetDateTime instant(String date) {
    try {
      return LocalDate.parse(date).atTime(BEFORE_NOON).atOffset(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new MailboxRefused("birthDateUnreadable", "a birth date is no ISO date");
    }
  }
}
