package io.crmsync.functions;

import java.time.Duration;

/**
 * Requests that were sent to Graph.
 *
 * @param throttled how many of them were answered 429
 * @param retryAfter how long those answers asked to wait, added up
 */
public record GraphUse(long requests, long throttled, Duration retryAfter) {
  /** What came between. */
  GraphUse since(GraphUse before) {
    return new GraphUse(
        requests - before.requests,
        throttled - before.throttled,
        retryAfter.minus(before.retryAfter));
  }
}
