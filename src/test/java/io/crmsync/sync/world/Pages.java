package io.crmsync.sync.world;

import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists that come page by page, read from their first page to their last. */
public final class Pages {
  private Pages() {}

  /**
   * The items of all pages, in the order in which they came.
   *
   * @param list gives the page after this place, or the first; it must be granted
   * @param expectedPages how many there must be
   */
  public static <T> List<T> all(
      Function<Optional<String>, Granted<Page<T>>> list, int expectedPages) {
    List<T> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    int pages = 0;
    do {
      Page<T> page = list.apply(after).value().orElseThrow();
      all.addAll(page.items());
      after = page.next();
      pages++;
    } while (after.isPresent());
    if (pages != expectedPages) {
      throw new AssertionError(pages + " pages, and not " + expectedPages);
    }
    return all;
  }
}
