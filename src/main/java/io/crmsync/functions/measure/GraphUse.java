package io.crmsync.functions.measure;

import java.time.Duration;

/**
 * Requests that were sent to Graph.
 *
 * @param throttled how many of them were answered 429
 * @param retryAfter how long those answers asked to wait, added up
 * @param skipped items and folders in the answers that could not be read, and were left out (R8)
 */
public record GraphUse(long requests, long throttled, Duration retryAfter, long skipped) {
  /** What came between. */
  GraphUse since(GraphUse before) {
    return new GraphUse(
        requests - before.requests,
        throttled - before.throttled,
        retryAfter.minus(before.retryAfter),
        skipped - before.skipped);
  }
}
