package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Why;
import java.time.Instant;
import java.util.Optional;

/**
 * How one pair of a request ended; the same pair's later result replaces an earlier one.
 *
 * @param why empty where the outcome says it
 */
public record PairResult(PairId pair, Outcome outcome, Optional<Why> why, Instant at) {
  /** Whose it is. */
  public UserId user() {
    return pair.user();
  }

  /** Of which contact. */
  public ContactId contact() {
    return pair.contact();
  }
}
