package io.crmsync.adapters.graph;

import com.microsoft.graph.models.BaseCollectionPaginationCountResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A collection that comes in pages, a request each. */
final class Pages {
  private Pages() {}

  /**
   * Asks for every page.
   *
   * @param following gives the page of a next link
   * @param values the entries of a page, read to the end within its request
   */
  static <P extends BaseCollectionPaginationCountResponse, T> List<T> all(
      GraphCalls calls,
      GraphOperation operation,
      Supplier<P> first,
      Function<String, P> following,
      Function<P, List<T>> values) {
    List<T> found = new ArrayList<>();
    Optional<String> next = calls.send(operation, () -> taken(first.get(), values, found));
    while (next.isPresent()) {
      String link = next.get();
      next = calls.send(operation, () -> taken(following.apply(link), values, found));
    }
    return found;
  }

  private static <P extends BaseCollectionPaginationCountResponse, T> Optional<String> taken(
      P page, Function<P, List<T>> values, List<T> found) {
    found.addAll(values.apply(page));
    return Optional.ofNullable(page.getOdataNextLink());
  }
}
