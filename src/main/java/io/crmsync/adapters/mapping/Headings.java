package io.crmsync.adapters.mapping;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The headings of the files that are read, each looked at once and not with every record. */
final class Headings {
  /** So many files do not have; who hands over names without end costs time, and no memory. */
  private static final int MOST = 10_000;

  private final NameForm names;
  private final Map<String, Heading> known = new ConcurrentHashMap<>();

  Headings(NameForm names) {
    this.names = names;
  }

  Heading of(String name) {
    Heading heading = known.get(name);
    if (heading == null) {
      heading = Heading.of(names.key(name));
      if (known.size() < MOST) {
        known.put(name, heading);
      }
    }
    return heading;
  }
}
