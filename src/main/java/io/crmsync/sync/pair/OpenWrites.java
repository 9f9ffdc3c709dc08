package io.crmsync.sync.pair;

import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.patch.UnknownWrites;
import java.time.Instant;
import java.util.Optional;

/**
 * The requests to one pair's mailbox of which it is not known how they ended: those under lost
 * claims, and those of the attempt that goes on. Says what claim they leave behind.
 */
final class OpenWrites {
  private final Optional<Claim> before;
  private final UnknownWrites planned;
  private final Instant began;
  private final SentWrites sent = new SentWrites();
  private boolean recheckDone;

  /**
   * Takes what there is before the attempt sends anything.
   *
   * @param before the claim that is taken over; empty: there is none
   * @param planned what may come of the attempt's plan
   */
  OpenWrites(Optional<Claim> before, UnknownWrites planned, Instant began) {
    this.before = before;
    this.planned = planned;
    this.began = began;
  }

  /** Whether an earlier worker left its claim without saying how it ended. */
  boolean takenOver() {
    return before.isPresent();
  }

  /** What requests under lost claims may have done. */
  UnknownWrites lost() {
    return before.map(Claim::unknownWrites).orElse(UnknownWrites.NOTHING);
  }

  /** All that may be open while the attempt goes on. */
  UnknownWrites atMost() {
    return lost().and(planned);
  }

  /** Whether something under a lost claim may have become the copy that was there before. */
  boolean mayHaveAdopted() {
    return takenOver() && (!lost().written().isEmpty() || lost().isNothing());
  }

  /** Whether a create under a lost claim may have made this contact. */
  boolean mayHaveMade(FolderEntry entry) {
    return before.filter(claim -> claim.mayHaveMade(entry)).isPresent();
  }

  /** Whether a create under a lost claim may still come true, and is to be looked for later. */
  boolean createMayShow() {
    return lost().creatingSince().isPresent() && !recheckDue();
  }

  boolean recheckDue() {
    return before.filter(claim -> claim.recheckDue(began)).isPresent();
  }

  /** What a lost create may have left beside the linked copy is gone. */
  void recheckDone() {
    recheckDone = true;
  }

  /** Whether a request was sent of which it is not known that it was refused. */
  boolean sentAny() {
    return sent.any();
  }

  /** A request that changes or removes a contact is about to be sent. */
  void changeSent() {
    sent.change();
  }

  /** It was answered by this, and not by success. */
  void changeAnswered(RuntimeException answer) {
    sent.changeAnswered(answer);
  }

  /** A request that makes a contact is about to be sent. */
  void createSent() {
    sent.create();
  }

  /** It was answered by this, and not by success. */
  void createAnswered(RuntimeException answer) {
    sent.createAnswered(answer);
  }

  /**
   * What is left where the copy was not brought to what is desired: a lost claim, as long as a
   * request may have been carried out whose outcome nobody knows. What lost claims before it may
   * have done stays in it: else the next attempt would make a copy a second time, or take for the
   * user's what is ours.
   */
  Optional<Claim> leftover() {
    return Optional.of(now()).filter(left -> !left.isNothing()).map(this::lost);
  }

  /** A claim of ours, saying no more than what is really open. */
  Claim runningOut(Claim ours) {
    return new Claim(ours.owner(), ours.until(), now());
  }

  /** What is left after no copy was found: one may still show, with what was sent to it. */
  Optional<Claim> stillToCome() {
    return Optional.of(lost()).filter(lost -> createMayShow()).map(this::lost);
  }

  /**
   * What is left of a pair that is to be forgotten: no copy is known, but one that a lost create
   * made may be found yet.
   */
  Optional<Claim> stillToBeFound() {
    return before
        .filter(claim -> claim.isRemembered(began))
        .map(claim -> lost(claim.unknownWrites().onlyCreate()));
  }

  /** What is left where the copy is as desired: another may still show. */
  Optional<Claim> besideTheCopy() {
    return stillToCome().map(claim -> lost(claim.unknownWrites().onlyCreate()));
  }

  private UnknownWrites now() {
    UnknownWrites earlier = recheckDone ? lost().withoutCreate() : lost();
    return earlier.and(sent.of(planned));
  }

  /** A recheck that was due and not made stays due: no time is gained by trying. */
  private Claim lost(UnknownWrites unknownWrites) {
    boolean overdue = recheckDue() && !sent.mayHaveMade();
    return Claim.lost(overdue ? before.orElseThrow().until() : began, unknownWrites);
  }
}
