package io.crmsync.domain.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * Whether a page of the CRM feed keeps the promises about order that a reader builds on (R17), and
 * where the next page begins.
 *
 * <p>A record whose id cannot be read has no place in the order and is passed over: a bad record
 * does not fail its page. As the last of its page it is met again by the next one, which begins
 * after {@link #lastId}; only a page that gives no id at all, and is not the last, leads nowhere.
 */
public final class PageCheck {
  private PageCheck() {}

  /**
   * Takes a page as it came.
   *
   * @param after the id that the page was asked to start after; empty: the first page
   * @param ids of its records in their order; empty where an id cannot be read
   * @param last whether the page says that it is the last
   * @return the promise that it breaks, without a value; empty: none
   */
  public static <I extends Comparable<I>> Optional<String> defect(
      Optional<I> after, List<Optional<I>> ids, boolean last) {
    return start(after, ids).or(() -> order(ids)).or(() -> end(ids, last));
  }

  /** The last id that can be read: where the next page begins. Empty: there is none. */
  public static <I extends Comparable<I>> Optional<I> lastId(List<Optional<I>> ids) {
    return ids.stream().flatMap(Optional::stream).reduce((before, id) -> id);
  }

  private static <I extends Comparable<I>> Optional<String> start(
      Optional<I> after, List<Optional<I>> ids) {
    Optional<I> first = ids.stream().flatMap(Optional::stream).findFirst();
    boolean early = after.isPresent() && first.map(id -> compare(id, after) <= 0).orElse(false);
    return early ? Optional.of("begins at or before the id it was asked after") : Optional.empty();
  }

  private static <I extends Comparable<I>> int compare(I id, Optional<I> other) {
    return other.map(id::compareTo).orElse(1);
  }

  private static <I extends Comparable<I>> Optional<String> order(List<Optional<I>> ids) {
    Optional<I> before = Optional.empty();
    for (I id : ids.stream().flatMap(Optional::stream).toList()) {
      int step = compare(id, before);
      if (step <= 0) {
        return Optional.of(step == 0 ? "repeats an id" : "is out of order");
      }
      before = Optional.of(id);
    }
    return Optional.empty();
  }

  private static <I extends Comparable<I>> Optional<String> end(
      List<Optional<I>> ids, boolean last) {
    if (last || lastId(ids).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        ids.isEmpty() ? "is empty and not the last" : "has no readable id and is not the last");
  }
}
