package io.crmsync.domain.contact;

import java.util.Set;
import java.util.regex.Pattern;

/** The one form of a field's value in which it is compared and sent (the field map). */
public final class NormalForm {
  private static final Set<Field> STREETS = Set.of(Field.BUSINESS_STREET, Field.HOME_STREET);
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** Exchange's calendar begins with it. */
  private static final String FIRST_DATE = "1601-01-01";

  /** Outlook's word for "none", with which its calendar ends. */
  private static final String NO_DATE = "4501-01-01";

  private NormalForm() {}

  /** Takes a value as any system holds it; one that no mailbox can hold is left out: empty. */
  public static String of(Field field, String value) {
    if (STREETS.contains(field)) {
      return Text.street(value);
    }
    String normal = Text.normal(value);
    return field == Field.BIRTH_DATE && outsideTheCalendar(normal) ? "" : normal;
  }

  private static boolean outsideTheCalendar(String date) {
    return DATE.matcher(date).matches()
        && (date.compareTo(FIRST_DATE) < 0 || date.compareTo(NO_DATE) >= 0);
  }
}
