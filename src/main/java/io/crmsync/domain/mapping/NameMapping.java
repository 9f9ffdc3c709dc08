package io.crmsync.domain.mapping;

import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.Text;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name fields; the full name is put together where the CRM did not calculate it. */
final class NameMapping {
  private NameMapping() {}

  static void put(CrmContact.Name name, Map<Field, String> raw) {
    raw.put(Field.TITLE, name.title());
    raw.put(Field.FIRST_NAME, name.first());
    raw.put(Field.INITIALS, name.initials());
    raw.put(Field.LAST_NAME, name.last());
    raw.put(Field.FULL_NAME, Text.blank(name.full()) ? calculated(name) : name.full());
  }

  private static String calculated(CrmContact.Name name) {
    return Stream.of(name.first(), name.initials(), name.last())
        .map(Text::normal)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
