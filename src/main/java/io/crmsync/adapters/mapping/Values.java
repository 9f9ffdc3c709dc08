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

  /** Those with something in them, without the white space around them. */
  static List<String> filled(Stream<String> values) {
    return values.filter(value -> !Text.blank(value)).map(String::strip).toList();
  }
}
