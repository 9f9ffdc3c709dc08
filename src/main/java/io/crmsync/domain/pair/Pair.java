package io.crmsync.domain.pair;

import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.patch.UnknownWrites;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Removal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One contact and one user: what is wanted, what was done, and which copy is theirs.
 *
 * @param wanted content hash of the contact when the pair was last queued; empty: never
 * @param done content hash that the pair was last brought to; empty: none. The pair is open while
 *     the two differ
 * @param link the copy; empty: none that we know of
 * @param former copies in mailboxes that the user no longer has (R22)
 * @param claim who works on it, or left it without saying how it ended
 * @param removing said before the DELETE is sent, so that a retry never turns a soft removal into a
 *     permanent one
 * @param asked whether the user asked for it and was not answered yet (R14, R21)
 * @param outcome of the last attempt; empty: none yet
 * @param why empty where the outcome needs none
 */
public record Pair(
    PairId id,
    String wanted,
    String done,
    Optional<Link> link,
    List<Link> former,
    Optional<Claim> claim,
    Optional<Removal> removing,
    boolean asked,
    Optional<Outcome> outcome,
    Optional<Why> why) {
  public Pair {
    former = List.copyOf(former);
  }

  /** A pair that nothing is known of. */
  public static Pair unknown(PairId id) {
    return new Pair(
        id,
        "",
        "",
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** Whose it is. */
  public UserId user() {
    return id.user();
  }

  /** Of which contact. */
  public ContactId contact() {
    return id.contact();
  }

  public boolean open() {
    return !wanted.equals(done);
  }

  /**
   * Whether there is anything to reconcile: besides an open pair one that its user asked for, one
   * whose removal was begun, and one that somebody left without saying how it ended.
   */
  public boolean unfinished() {
    return open() || asked || removing.isPresent() || claim.isPresent();
  }

  /**
   * Whether an attempt at it is still to come: it is unfinished, and does not wait for its user.
   *
   * @param onRequest SYNC_NEW=onRequest (R21)
   */
  public boolean awaitsAttempt(boolean onRequest) {
    return unfinished() && !(onRequest && waitsForUser());
  }

  /** R21: looked for once, not found, and not asked for since. */
  public boolean waitsForUser() {
    return !mayHaveCopy() && !asked && isFor(Reason.WAITS_FOR_USER);
  }

  /** Whether the last attempt ended as it did for this reason. */
  public boolean isFor(Reason reason) {
    return why.filter(last -> last.is(reason)).isPresent();
  }

  /** Whether a copy may exist: one that we know of, or one that a lost claim may have made. */
  public boolean mayHaveCopy() {
    return link.isPresent() || claim.isPresent() || !former.isEmpty();
  }

  public FieldHasher hasher() {
    return new FieldHasher(id);
  }

  public Pair wanting(String contentHash) {
    return with(draft -> draft.wanted = contentHash);
  }

  public Pair askedFor() {
    return with(draft -> draft.asked = true);
  }

  public Pair claimedBy(Claim newClaim) {
    return with(draft -> draft.claim = Optional.of(newClaim));
  }

  /** With this claim or none, the rest as it is. */
  public Pair leaving(Optional<Claim> left) {
    return with(draft -> draft.claim = left);
  }

  /** What requests may have done to it of which nobody knows how they ended. */
  public UnknownWrites unknownWrites() {
    return claim.map(Claim::unknownWrites).orElse(UnknownWrites.NOTHING);
  }

  public Pair linkedTo(Link newLink) {
    return with(
        draft -> {
          draft.link = Optional.of(newLink);
          draft.removing = Optional.empty();
        });
  }

  public Pair removing(Removal mode) {
    return with(draft -> draft.removing = Optional.of(mode));
  }

  /**
   * As seen from the user's present mailbox: a link into an earlier one is a former copy, and the
   * pair begins anew (R22).
   */
  public Pair inMailbox(int epoch) {
    if (link.filter(copy -> copy.mailboxEpoch() < epoch).isEmpty()) {
      return this;
    }
    return with(
        draft -> {
          draft.former = Stream.concat(former.stream(), link.stream()).toList();
          draft.link = Optional.empty();
          draft.removing = Optional.empty();
          draft.done = "";
        });
  }

  /** The copies in earlier mailboxes are gone, or out of reach for good, but for these. */
  public Pair withFormer(List<Link> left) {
    return with(draft -> draft.former = left);
  }

  /** As if nothing were known of it but that it is wanted. */
  public Pair begunAnew() {
    Pair fresh = unknown(id).wanting(wanted);
    return asked ? fresh.askedFor() : fresh;
  }

  /** The attempt ended: as wanted, no claim, nothing asked any more. */
  public Pair finished(String contentHash, Outcome newOutcome, Optional<Why> newWhy) {
    return with(
        draft -> {
          draft.wanted = contentHash;
          draft.done = contentHash;
          draft.claim = Optional.empty();
          draft.asked = false;
          draft.outcome = Optional.of(newOutcome);
          draft.why = newWhy;
        });
  }

  /** What was refused is still to be done: it was for the mailbox's sake. */
  public Pair reopened() {
    return with(draft -> draft.done = "");
  }

  /** No worker could process its message; whatever was begun stays as it is. */
  public Pair failed(Why newWhy) {
    return with(
        draft -> {
          draft.outcome = Optional.of(Outcome.FAILED);
          draft.why = Optional.of(newWhy);
        });
  }

  /** The attempt ended without a result: as before, but for the claim and the reason. */
  public Pair givenUp(Outcome newOutcome, Optional<Why> newWhy) {
    return with(
        draft -> {
          draft.claim = Optional.empty();
          draft.outcome = Optional.of(newOutcome);
          draft.why = newWhy;
        });
  }

  private Pair with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new Pair(
        id,
        draft.wanted,
        draft.done,
        draft.link,
        draft.former,
        draft.claim,
        draft.removing,
        draft.asked,
        draft.outcome,
        draft.why);
  }

  /** The parts that change, while one is being changed. */
  private static final class Draft {
    private String wanted;
    private String done;
    private Optional<Link> link;
    private List<Link> former;
    private Optional<Claim> claim;
    private Optional<Removal> removing;
    private boolean asked;
    private Optional<Outcome> outcome;
    private Optional<Why> why;

    private Draft(Pair pair) {
      wanted = pair.wanted;
      done = pair.done;
      link = pair.link;
      former = pair.former;
      claim = pair.claim;
      removing = pair.removing;
      asked = pair.asked;
      outcome = pair.outcome;
      why = pair.why;
    }
  }
}
