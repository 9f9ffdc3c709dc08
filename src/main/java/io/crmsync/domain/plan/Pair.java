package io.crmsync.domain.plan;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import java.util.Optional;

/**
 * One contact and one user: what is wanted, what was done, and which copy is theirs.
 *
 * @param wanted content hash of the contact when the pair was last queued; empty: never
 * @param done content hash that the pair was last brought to; empty: none. The pair is open while
 *     the two differ
 * @param link the copy; empty: none that we know of
 * @param claim who works on it, or left it without saying how it ended
 * @param removing said before the DELETE is sent, so that a retry never turns a soft removal into a
 *     permanent one
 * @param asked whether the user asked for it and was not answered yet (R14, R21)
 * @param outcome of the last look; empty: none yet
 * @param reason why, as a code; empty where the outcome needs none
 */
public record Pair(
    UserId user,
    ContactId contact,
    String wanted,
    String done,
    Optional<Link> link,
    Optional<Claim> claim,
    Optional<Removal> removing,
    boolean asked,
    Optional<Outcome> outcome,
    String reason) {

  /** A pair that nothing is known of. */
  public static Pair unknown(UserId user, ContactId contact) {
    return new Pair(
        user,
        contact,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        "");
  }

  public boolean open() {
    return !wanted.equals(done);
  }

  /** Whether a copy may exist: one that we know of, or one that a lost claim may have made. */
  public boolean mayHaveCopy() {
    return link.isPresent() || claim.isPresent();
  }

  public FieldHasher hasher() {
    return new FieldHasher(contact, user);
  }

  public Pair claimedBy(Claim newClaim) {
    return new Pair(
        user, contact, wanted, done, link, Optional.of(newClaim), removing, asked, outcome, reason);
  }

  public Pair linkedTo(Link newLink) {
    return new Pair(
        user,
        contact,
        wanted,
        done,
        Optional.of(newLink),
        claim,
        Optional.empty(),
        asked,
        outcome,
        reason);
  }

  /** Without its copy: it begins anew (R14, R16, R22). */
  public Pair unlinked() {
    return new Pair(
        user,
        contact,
        wanted,
        "",
        Optional.empty(),
        claim,
        Optional.empty(),
        asked,
        outcome,
        reason);
  }

  /** As if nothing were known of it but that it is wanted. */
  public Pair begunAnew() {
    return new Pair(
        user,
        contact,
        wanted,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        asked,
        Optional.empty(),
        "");
  }

  /** Without the claim; the rest as it is. */
  public Pair unclaimed() {
    return new Pair(
        user, contact, wanted, done, link, Optional.empty(), removing, asked, outcome, reason);
  }

  public Pair removing(Removal mode) {
    return new Pair(
        user, contact, wanted, done, link, claim, Optional.of(mode), asked, outcome, reason);
  }

  public Pair wanting(String contentHash) {
    return new Pair(
        user, contact, contentHash, done, link, claim, removing, asked, outcome, reason);
  }

  public Pair askedFor() {
    return new Pair(user, contact, wanted, done, link, claim, removing, true, outcome, reason);
  }

  /** The look ended: as wanted, no claim, nothing asked any more. */
  public Pair finished(String contentHash, Outcome newOutcome, String newReason) {
    return new Pair(
        user,
        contact,
        contentHash,
        contentHash,
        link,
        Optional.empty(),
        removing,
        false,
        Optional.of(newOutcome),
        newReason);
  }

  /** No worker could digest it; whatever was begun stays as it is. */
  public Pair failed(String newReason) {
    return new Pair(
        user,
        contact,
        wanted,
        done,
        link,
        claim,
        removing,
        asked,
        Optional.of(Outcome.FAILED),
        newReason);
  }

  /** The look ended without a result: as before, but for the claim and the reason. */
  public Pair givenUp(Outcome newOutcome, String newReason) {
    return new Pair(
        user,
        contact,
        wanted,
        done,
        link,
        Optional.empty(),
        removing,
        asked,
        Optional.of(newOutcome),
        newReason);
  }
}
