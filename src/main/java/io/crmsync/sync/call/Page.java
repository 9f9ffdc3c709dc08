package io.crmsync.sync.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next where the part after it begins; empty: it is the last
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Makes a page.
   *
   * @param found up to one more than the page holds, which tells that there is a next one
   * @param place of an item, as {@code after} names it
   */
  public static <T> Page<T> of(List<T> found, int size, Function<T, String> place) {
    if (found.size() <= size) {
      return new Page<>(found, Optional.empty());
    }
    List<T> items = found.subList(0, size);
    return new Page<>(items, Optional.of(place.apply(items.get(size - 1))));
  }

  /** The same page of something made from each item. */
  public <R> Page<R> map(Function<T, R> each) {
    return new Page<>(items.stream().map(each).toList(), next);
  }
}
