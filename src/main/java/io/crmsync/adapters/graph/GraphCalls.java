package io.crmsync.adapters.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The one way to Graph: counts each request and names its failure. */
final class GraphCalls {
  private static final int THROTTLED = 429;

  private final GraphRequests requests;

  GraphCalls(GraphRequests requests) {
    this.requests = requests;
  }

  /** Sends a request and reads its answer; what the supplier throws is a failure of the request. */
  <T> T send(GraphOperation operation, Supplier<T> request) {
    requests.count(operation);
    try {
      return request.get();
    } catch (RuntimeException e) {
      GraphFailures.answerIn(e)
          .filter(answer -> answer.status() == THROTTLED)
          .ifPresent(answer -> requests.noteThrottled(answer.retryAfter()));
      throw GraphFailures.of(operation, e);
    }
  }

  /**
   * What of an answer's items can be read; the others are left out, stop nobody, and are counted
   * (R8).
   */
  <A, T> List<T> readable(List<A> items, Function<A, Optional<T>> reading) {
    List<T> read = items.stream().flatMap(item -> reading.apply(item).stream()).toList();
    requests.noteSkipped(items.size() - (long) read.size());
    return read;
  }

  /** The same for something that may not be there: empty where it is 404. */
  <T> Optional<T> find(GraphOperation operation, Supplier<T> request) {
    try {
      return Optional.of(send(operation, request));
    } catch (ItemAbsent e) {
      return Optional.empty();
    }
  }

  /**
   * The same for a request whose answer has no content: whether there was something to do it to.
   */
  boolean perform(GraphOperation operation, Runnable request) {
    return find(
            operation,
            () -> {
              request.run();
              return operation;
            })
        .isPresent();
  }
}
