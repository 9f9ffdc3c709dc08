package io.crmsync.adapters.mapping;

import io.crmsync.domain.contact.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How values of a source are looked at. */
final class Values {
  private Values() {}

  /** What two values have in common that differ in case and blanks only. */
  static String key(String value) {
    return Text.normal(value).toLowerCase(Locale.ROOT);
  }

  /** One value, without the white space around it; nothing where nothing is in it. */
  static List<String> filled(String value) {
    return isBlank(value) ? List.of() : List.of(value.strip());
  }

  /** Those with something in them, without the white space around them. */
  static List<String> filled(Stream<String> values) {
    return values.filter(value -> !isBlank(value)).map(String::strip).toList();
  }

  /** As the domain says; most values show in their first character that they are not. */
  private static boolean isBlank(String value) {
    boolean isSeen = value.chars().anyMatch(character -> character > ' ' && character <= '~');
    return !isSeen && Text.blank(value);
  }
}
