package io.crmsync.sync.pair;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.UnknownWrites;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.mailbox.MailboxSession;
import io.crmsync.sync.port.Mailbox;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One worker's attempt at a pair that it has claimed: where its mailbox is, what is desired, and
 * which requests were sent. How it ended is said by an {@link Ending}.
 */
final class Attempt {
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
  private final PlannedPair planned;
  private final OpenWrites open;
  private final ClaimedRequests requests;
  private final Instant began;
  private final boolean urgent;
  private Versioned<Pair> claimed;

  /**
   * Takes the pair with this worker's claim in it.
   *
   * @param open what may still come of earlier workers' requests, and of the plan
   * @param began by our clock, before it was claimed
   * @param urgent whether a person waits for it
   */
  Attempt(
      PairClaims claims,
      MailboxSession session,
      PlannedPair planned,
      OpenWrites open,
      Versioned<Pair> claimed,
      Instant began,
      boolean urgent) {
    this.claims = claims;
    this.session = session;
    this.planned = planned;
    this.open = open;
    this.requests = new ClaimedRequests(claims, claimed.value(), session.mailbox(), open);
    this.claimed = claimed;
    this.began = began;
    this.urgent = urgent;
  }

  MailboxSession session() {
    return session;
  }

  /** When this attempt began, by our clock. */
  Instant began() {
    return began;
  }

  Mailbox mailbox() {
    return session.mailbox();
  }

  /** Whether a person waits, who may have deleted a folder just now. */
  boolean personWaits() {
    return urgent || pair().asked();
  }

  /**
   * Whether it may end what a lost claim was left for, while the create that was sent under that
   * may still come true.
   */
  boolean mayEndLostCreate() {
    boolean ends =
        switch (planned.plan().action()) {
          case FIRST_WRITE, FIND_MARKED, UPDATE, ENSURE_PRESENT, REMOVE -> true;
          case NOTHING, SKIP, REMOVE_FORMER, FORGET -> false;
        };
    return ends && open.createMayShow();
  }

  /** What is sent to change a mailbox. */
  ClaimedRequests requests() {
    return requests;
  }

  /** The plan, and what it was made from. */
  PlannedPair planned() {
    return planned;
  }

  FieldValues desired() {
    return planned.desired().fields();
  }

  String email() {
    return desired().get(Field.EMAIL);
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
  OpenWrites open() {
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

  /** Writes an intermediate state; the claim stays. */
  void remember(Pair next) {
    claimed = claims.settle(claimed, ignored -> next);
  }

  /**
   * The copy is as desired, with the CRM's state as base (R12).
   *
   * @param sent what was sent to it; empty: it needed nothing
   * @param answer what the mailbox made of that
   */
  Ending linked(ContactPatch sent, WriteAnswer answer, Link.Origin origin, Outcome outcome) {
    Link made =
        new Link(answer.id(), origin, hasher().baseOf(desired()), session.state().epoch(), began);
    Link link = outcome == Outcome.UNCHANGED ? made.wrote(Set.of(), began) : made;
    return Ending.asDesired(answered(link, sent, answer), outcome);
  }

  /** These fields of the linked copy were written, and the mailbox answered this. */
  Ending updated(Link link, Set<Field> fields, ContactPatch sent, WriteAnswer answer) {
    return asDesired(answered(link.wrote(fields, began), sent, answer), Outcome.UPDATED);
  }

  /** The linked copy needed nothing, as it was read just now. */
  Ending unchanged(Link link, ContactPatch nothing, OutlookContact current) {
    return asDesired(answered(link, nothing, WriteAnswer.of(current)), Outcome.UNCHANGED);
  }

  /** The linked copy needed nothing. */
  Ending unchanged(Link link) {
    return asDesired(link, Outcome.UNCHANGED);
  }

  private Ending asDesired(Link link, Outcome outcome) {
    return Ending.asDesired(link.withBase(hasher().baseOf(desired())), outcome);
  }

  private Link answered(Link link, ContactPatch sent, WriteAnswer answer) {
    return link.answering(link.answers().after(sent, answer, desired(), hasher()));
  }

  /** The copy was found, and refuses what is desired: known from now on, its base is not. */
  void foundOnly(OutlookId id) {
    Link link = new Link(id, Link.Origin.FOUND, Base.NONE, session.state().epoch(), began);
    remember(pair().linkedTo(link));
  }

  /**
   * Whether a copy is left that the pair must not forget, in a former mailbox that refused, or one
   * that may be found yet: its removal stays open.
   */
  boolean mayLeaveCopy() {
    return open.stillToBeFound().isPresent() || !pair().former().isEmpty();
  }
}
