package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import java.util.Optional;

/**
 * Reconcile this pair. Never says what to do.
 *
 * @param request whose status it counts for; empty: none
 * @param attempt how often the pair was tried before and failed for want of an answer, from 0
 * @param check what is checked besides
 */
public record PairMessage(PairId pair, Optional<String> request, int attempt, Check check) {

  /** What is checked when the pair is reconciled. */
  public enum Check {
    /** Wanted against done. */
    PAIR,
    /**
     * The recheck: sent for the time when it is due to search whether a create that was taken over
     * left a second copy. Whether it still is, the pair's claim says.
     */
    SECOND_COPY,
    /** Also: whether the user's mailbox, whose value changed, is another one (R22). */
    MAILBOX,
    /** Instead: whether the folders are there in which copies were written on trust (R9). */
    FOLDERS
  }

  public static PairMessage of(PairId pair) {
    return new PairMessage(pair, Optional.empty(), 0, Check.PAIR);
  }

  /** Whose it is. */
  public UserId user() {
    return pair.user();
  }

  /** Of which contact. */
  public ContactId contact() {
    return pair.contact();
  }

  public PairMessage forRequest(String requestId) {
    return new PairMessage(pair, Optional.of(requestId), attempt, check);
  }

  public PairMessage nextAttempt() {
    return new PairMessage(pair, request, attempt + 1, check);
  }

  public PairMessage checking(Check newCheck) {
    return new PairMessage(pair, request, 0, newCheck);
  }
}
