package io.crmsync.sync.pair;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.UnknownWrites;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.port.Mailbox;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One claimed pair being worked on: where its mailbox is, what is desired, and what is said of it
 * when the look ends.
 */
final class PairWork {
  /** Too little is left of the claim for another request: its end is waited for. */
  static final class ClaimRunsOut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Somebody else works on what this work depends on: the end of that is waited for. */
  static final class ClaimedByAnother extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final PairClaims claims;
  private final MailboxSession session;
  private final Desired desired;
  private final OpenRequests open;
  private final Instant began;
  private Versioned<Pair> claimed;

  /** What the CRM wants of the contact, and the hash of it. */
  public record Desired(FieldValues fields, String contentHash) {}

  PairWork(
      PairClaims claims,
      MailboxSession session,
      PlannedPair found,
      Versioned<Pair> read,
      Instant began) {
    this.claims = claims;
    this.session = session;
    this.desired = found.desired();
    Pair pair = read.value();
    this.open =
        new OpenRequests(
            pair.claim(), found.plan().mayCome(desired.fields(), pair.hasher(), began), began);
    this.claimed = claims.claim(read, open.atMost());
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

  /** Whether a contact as it is now bears the mark of this pair's contact, compared exactly. */
  boolean isMarked(OutlookContact copy) {
    return copy.mark().equals(Optional.of(pair().contact().value()));
  }

  FieldHasher hasher() {
    return pair().hasher();
  }

  /** What is not known of the requests to this pair's mailbox, the earlier workers' and ours. */
  OpenRequests open() {
    return open;
  }

  /**
   * What is known to have been sent to a copy that is found by its mark; nothing where no claim was
   * lost: then it is not known where it comes from. A copy that was made anew holds the base too.
   */
  UnknownWrites sentBefore() {
    return pair()
        .link()
        .filter(link -> open.takenOver())
        .map(link -> UnknownWrites.writing(link.base()).and(open.lost()))
        .orElse(open.lost());
  }

  /** Sends a request that changes a contact or removes one, if enough is left of the claim. */
  <T> T send(Supplier<T> request) {
    return open.change(startable(request));
  }

  /** Likewise, one that makes a contact. */
  <T> T sendCreate(Supplier<T> request) {
    return open.create(startable(request));
  }

  private <T> Supplier<T> startable(Supplier<T> request) {
    if (!claims.timeLeft(pair())) {
      throw new ClaimRunsOut();
    }
    return request;
  }

  /** Writes an intermediate state; the claim stays. */
  void remember(Pair next) {
    claimed = claims.settle(claimed, ignored -> next);
  }

  /**
   * The copy is as desired: writes the link with the CRM's state as base (R12).
   *
   * @param sent what was sent to it; empty: it needed nothing
   * @param answer what the mailbox made of that
   */
  Reconciled linked(ContactPatch sent, WriteAnswer answer, Link.Origin origin, Outcome outcome) {
    Link made =
        new Link(answer.id(), origin, hasher().baseOf(desired()), session.state().epoch(), began);
    Link link = outcome == Outcome.UNCHANGED ? made.wrote(Set.of(), began) : made;
    return asDesired(answered(link, sent, answer), outcome);
  }

  private Link answered(Link link, ContactPatch sent, WriteAnswer answer) {
    return link.answering(link.answers().after(sent, answer, desired(), hasher()));
  }

  /** The copy was found, and refuses what is desired: known from now on, its base is not. */
  void foundOnly(OutlookId id) {
    Link link = new Link(id, Link.Origin.FOUND, Base.NONE, session.state().epoch(), began);
    remember(pair().linkedTo(link));
  }

  /** These fields of the linked copy were written, and the mailbox answered this. */
  Reconciled updated(Link link, Set<Field> fields, ContactPatch sent, WriteAnswer answer) {
    return settled(answered(link.wrote(fields, began), sent, answer), Outcome.UPDATED);
  }

  /** The linked copy needed nothing, as it was read just now. */
  Reconciled unchanged(Link link, ContactPatch nothing, OutlookContact current) {
    return settled(answered(link, nothing, WriteAnswer.of(current)), Outcome.UNCHANGED);
  }

  /** The linked copy needed nothing. */
  Reconciled unchanged(Link link) {
    return settled(link, Outcome.UNCHANGED);
  }

  private Reconciled settled(Link link, Outcome outcome) {
    return asDesired(link.withBase(hasher().baseOf(desired())), outcome);
  }

  private Reconciled asDesired(Link link, Outcome outcome) {
    claims.settle(
        claimed,
        pair ->
            pair.linkedTo(link)
                .finished(desired.contentHash(), outcome, Optional.empty())
                .leaving(open.besideTheCopy()));
    return Reconciled.ended(outcome);
  }

  /** Something beside the copy was done; what is wanted of it is still to be looked at. */
  Reconciled unclaimed(Outcome outcome) {
    claims.settle(claimed, pair -> pair.leaving(open.leftover()));
    return Reconciled.ended(outcome);
  }

  /** What is desired was refused: nothing is done until something changes, or it is time. */
  Reconciled failed(Why why) {
    return left(Outcome.FAILED, Optional.of(why), open.leftover());
  }

  /** Nothing is done until something changes. */
  Reconciled left(Outcome outcome, Reason reason) {
    return left(outcome, Optional.of(Why.of(reason)), open.stillToCome());
  }

  /** Likewise, where the outcome says it. */
  Reconciled left(Outcome outcome) {
    return left(outcome, Optional.empty(), open.stillToCome());
  }

  private Reconciled left(Outcome outcome, Optional<Why> why, Optional<Claim> left) {
    claims.settle(
        claimed, pair -> pair.finished(desired.contentHash(), outcome, why).leaving(left));
    return Reconciled.ended(outcome, why);
  }

  /** R21: it stays open until its user asks for it, or SYNC_NEW says that it need not wait. */
  Reconciled waiting() {
    Why why = Why.of(Reason.WAITS_FOR_USER);
    claims.settle(
        claimed,
        pair -> pair.givenUp(Outcome.SKIPPED, Optional.of(why)).leaving(open.stillToCome()));
    return Reconciled.ended(Outcome.SKIPPED, why);
  }

  /**
   * Whether a copy is left that the pair must not forget, in a former mailbox that refused, or one
   * that may be found yet: its removal stays open.
   */
  boolean mayLeaveCopy() {
    return open.stillToBeFound().isPresent() || !pair().former().isEmpty();
  }

  /** The copy is gone as it should be, and with it all that was known of the pair. */
  Reconciled withdrawn(Outcome outcome) {
    if (mayLeaveCopy()) {
      claims.settle(
          claimed,
          pair -> pair.begunAnew().withFormer(pair.former()).leaving(open.stillToBeFound()));
    } else {
      claims.forget(claimed);
    }
    return Reconciled.ended(outcome);
  }
}
