package io.crmsync.sync.fakes;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;

/** The part of a sorted map with {@code after < key <= upTo}. */
final class KeyRange {
  private KeyRange() {}

  static <K extends Comparable<K>, V> NavigableMap<K, V> of(
      NavigableMap<K, V> all, Optional<K> after, Optional<K> upTo) {
    if (after.isPresent() && upTo.isPresent() && after.get().compareTo(upTo.get()) >= 0) {
      return Collections.emptyNavigableMap();
    }
    NavigableMap<K, V> tail = after.map(key -> all.tailMap(key, false)).orElse(all);
    return upTo.map(key -> tail.headMap(key, true)).orElse(tail);
  }
}
