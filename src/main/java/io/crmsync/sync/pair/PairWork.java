package io.crmsync.sync.pair;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.plan.Claim;
import io.crmsync.domain.plan.FieldHasher;
import io.crmsync.domain.plan.Link;
import io.crmsync.domain.plan.Outcome;
import io.crmsync.domain.plan.OutlookId;
import io.crmsync.domain.plan.Pair;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.Versioned;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One claimed pair being worked on: where its mailbox is, what is desired, and whether a request
 * that changes the mailbox was sent already.
 */
final class PairWork {
  /** Too little is left of the claim for another request: its end is waited for. */
  static final class ClaimRunsOut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final PairClaims claims;
  private final MailboxSession session;
  private final Desired desired;
  private final boolean takenOver;
  private final Instant began;
  private Versioned<Pair> claimed;
  private boolean writeSent;

  /** What the CRM wants of the contact, and the hash of it. */
  public record Desired(FieldValues fields, String contentHash) {}

  PairWork(
      PairClaims claims,
      MailboxSession session,
      Desired desired,
      Versioned<Pair> read,
      Instant began) {
    this.claims = claims;
    this.session = session;
    this.desired = desired;
    this.takenOver = read.value().claim().isPresent();
    this.claimed = claims.claim(read);
    this.began = began;
  }

  MailboxSession session() {
    return session;
  }

  /** When this look began, by our clock. */
  Instant began() {
    return began;
  }

  Mailbox mailbox() {
    return session.mailbox();
  }

  FieldValues desired() {
    return desired.fields();
  }

  String email() {
    return desired.fields().get(Field.EMAIL);
  }

  Pair pair() {
    return claimed.value();
  }

  Versioned<Pair> claimed() {
    return claimed;
  }

  FieldHasher hasher() {
    return pair().hasher();
  }

  /** Whether an earlier worker left its claim without saying how it ended. */
  boolean takenOver() {
    return takenOver;
  }

  boolean writeSent() {
    return writeSent;
  }

  /** Sends a request that changes the mailbox, if enough is left of the claim. */
  <T> T send(Supplier<T> request) {
    if (!claims.timeLeft(pair())) {
      throw new ClaimRunsOut();
    }
    writeSent = true;
    return request.get();
  }

  /** Writes an intermediate state; the claim stays. */
  void remember(Pair next) {
    claimed = claims.settle(claimed, ignored -> next);
  }

  /** The copy is as desired: writes the link with the CRM's state as base (R12). */
  Look linked(OutlookId id, Link.Origin origin, Outcome outcome) {
    Link made = new Link(id, origin, hasher().baseOf(desired()), session.state().epoch(), began);
    Link link = outcome == Outcome.UNCHANGED ? made.wrote(Set.of(), began) : made;
    claims.settle(
        claimed, pair -> pair.linkedTo(link).finished(desired.contentHash(), outcome, ""));
    return Look.ended(outcome);
  }

  /** These fields of the linked copy were written. */
  Look updated(Link link, Set<Field> fields) {
    return settled(link.wrote(fields, began), Outcome.UPDATED);
  }

  /** The linked copy needed nothing. */
  Look unchanged(Link link) {
    return settled(link, Outcome.UNCHANGED);
  }

  private Look settled(Link link, Outcome outcome) {
    Link after = link.withBase(hasher().baseOf(desired()));
    claims.settle(
        claimed, pair -> pair.linkedTo(after).finished(desired.contentHash(), outcome, ""));
    return Look.ended(outcome);
  }

  /** Something beside the copy was done; what is wanted of it is still to be looked at. */
  Look unclaimed(Outcome outcome) {
    claims.settle(claimed, this::withoutClaim);
    return Look.ended(outcome);
  }

  /**
   * The pair without our claim. One that was taken over stays lost as long as nobody looked for
   * what its earlier owner may have made: else the next look would make it a second time.
   */
  Pair withoutClaim(Pair pair) {
    return takenOver ? pair.claimedBy(Claim.lost(began)) : pair.unclaimed();
  }

  /** Nothing is done until something changes. */
  Look left(Outcome outcome, String reason) {
    claims.settle(claimed, pair -> pair.finished(desired.contentHash(), outcome, reason));
    return Look.ended(outcome, reason);
  }

  /** R21: it stays open until its user asks for it, or SYNC_NEW says that it need not wait. */
  Look waiting() {
    claims.settle(claimed, pair -> pair.givenUp(Outcome.SKIPPED, Pair.WAITS_FOR_USER));
    return Look.ended(Outcome.SKIPPED, Pair.WAITS_FOR_USER);
  }

  /** The copy is gone as it should be, and with it all that was known of the pair. */
  Look forgotten(Outcome outcome) {
    claims.forget(claimed);
    return Look.ended(outcome);
  }
}
