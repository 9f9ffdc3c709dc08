package io.crmsync.domain.plan;

import java.time.Instant;

/**
 * One worker's right to change the copy of a pair, until it ends. A claim that ended without being
 * given back means that a request may have been carried out without our knowing: whoever takes it
 * over looks by mark first.
 *
 * @param owner a random id of the invocation
 */
public record Claim(String owner, Instant until) {
  /** One that ended just now without saying how: whoever takes it over looks by mark first. */
  public static Claim lost(Instant now) {
    return new Claim("lost", now);
  }

  public boolean live(Instant now) {
    return now.isBefore(until);
  }
}
