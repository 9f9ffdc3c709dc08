package io.crmsync.adapters.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of a flat record as it is compared.
 *
 * @param key what it is compared by
 * @param numbered where it is one part of an object of a list: <i>Phone 2 - Label</i>
 */
record Heading(String key, Optional<Numbered> numbered) {
  private static final Pattern NUMBERED = Pattern.compile("(.+) (\\d{1,4}) - (.+)");

  /** Takes the key. */
  static Heading of(String key) {
    Matcher numbered = NUMBERED.matcher(key);
    return new Heading(
        key,
        numbered.matches()
            ? Optional.of(
                new Numbered(
                    numbered.group(1), Integer.parseInt(numbered.group(2)), numbered.group(3)))
            : Optional.empty());
  }

  /** Whether it names this part of the objects of this list. */
  boolean isPart(SourceName list, SourceName part) {
    return numbered
        .filter(here -> here.list().equals(list.key()) && here.part().equals(part.key()))
        .isPresent();
  }

  /**
   * A place in a list of objects.
   *
   * @param list the list's key
   * @param part the key of what the object has there
   */
  record Numbered(String list, int number, String part) {}
}
