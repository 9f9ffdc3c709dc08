package io.crmsync.sync.snapshot;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.removal.OpenRemoval.State;
import io.crmsync.domain.version.Version;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks through the unfinished business of contacts: proposes removals for those who lost access,
 * strikes off those who have it again, and finds what is to be queued once more.
 */
public final class DueReview {
  private final PairStore pairs;
  private final Clock clock;

  public DueReview(PairStore pairs, Clock clock) {
    this.pairs = pairs;
    this.clock = clock;
  }

  /**
   * What is to become of the rows.
   *
   * @param toWrite before toQueue is sent
   * @param toWriteAfter after it was sent: they tell no more that it is to be
   * @param unfinished contacts that still have rows
   */
  public record Reviewed(
      List<Due> toWrite,
      List<Due> toWriteAfter,
      List<PairMessage> toQueue,
      Set<ContactId> unfinished) {
    static Reviewed nothing() {
      return new Reviewed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
    }

    /** The same review without what concerns these contacts. */
    Reviewed but(Set<ContactId> contacts) {
      return new Reviewed(
          toWrite.stream().filter(row -> !contacts.contains(row.contact())).toList(),
          toWriteAfter.stream().filter(row -> !contacts.contains(row.contact())).toList(),
          toQueue.stream().filter(row -> !contacts.contains(row.contact())).toList(),
          unfinished.stream().filter(id -> !contacts.contains(id)).collect(Collectors.toSet()));
    }
  }

  public Reviewed of(List<RecordedContact> recorded, String run) {
    Reviewed verdict = Reviewed.nothing();
    Instant now = clock.instant();
    for (RecordedContact each : recorded) {
      each.due().forEach(row -> review(each, row, run, now, verdict));
      each.change().next().leaving().forEach((user, why) -> propose(each, user, why, now, verdict));
    }
    return verdict;
  }

  private void review(RecordedContact contact, Due row, String run, Instant now, Reviewed verdict) {
    boolean hasCome = row.retryAt().filter(at -> !at.isAfter(now)).isPresent();
    boolean retryNow = hasCome && (row.refusals() == 0 || stillRefused(contact, row));
    Optional<OpenRemoval> removal =
        row.removal().filter(r -> stillLoses(contact, r)).map(r -> untouched(contact, r));
    boolean resend = removal.filter(r -> releasedEarlier(r, run)).isPresent();
    if (retryNow || resend) {
      verdict.toQueue().add(PairMessage.of(row.pair()));
    }
    Due kept = retried(row, hasCome, retryNow, now).with(removal.map(r -> reproposed(contact, r)));
    if (!kept.isDone()) {
      verdict.unfinished().add(row.contact());
    }
    if (!kept.equals(row)) {
      (kept.isDone() || retryNow ? verdict.toWriteAfter() : verdict.toWrite()).add(kept);
    }
  }

  /**
   * The row of a pair that was refused stays, to be counted on; if its message is lost, the next
   * night sends another.
   */
  private static Due retried(Due row, boolean hasCome, boolean retryNow, Instant now) {
    if (!hasCome) {
      return row;
    }
    return retryNow && row.refusals() > 0
        ? row.retryingNextNight(now)
        : row.retrying(Optional.empty());
  }

  /**
   * It may have been written since, by a change of its contact or because its user asked. One that
   * is still open was not: who noted the refusal was killed before the pair said so, and its
   * message may be lost.
   */
  private boolean stillRefused(RecordedContact contact, Due row) {
    Pair pair = pairs.find(row.pair()).value();
    boolean halfNoted = pair.open() && !pair.waitsForUser() && contact.entitled(row.user());
    return halfNoted || pair.isFor(Reason.REFUSED);
  }

  /** Who is entitled again is struck off; a copy in an earlier mailbox goes all the same (R22). */
  private static boolean stillLoses(RecordedContact contact, OpenRemoval removal) {
    return removal.why() == Reason.MAILBOX_CHANGED || !contact.entitled(removal.user());
  }

  /**
   * Of a user outside the pilot nothing is removed (R5), whatever was decided: it is proposed anew,
   * and waits as long as the pilot leaves the user out.
   */
  private static OpenRemoval untouched(RecordedContact contact, OpenRemoval removal) {
    boolean decided = removal.state() == State.RELEASED || removal.state() == State.HELD;
    return decided && !contact.entitlement().inPilot(removal.user())
        ? removal.in(State.OPEN, "")
        : removal;
  }

  /** A removal that was released before this run and is still there: its message may be lost. */
  private static boolean releasedEarlier(OpenRemoval removal, String run) {
    return removal.state() == State.RELEASED && !removal.run().equals(run);
  }

  /**
   * A discarded removal is proposed again when the contact itself changes, whoever else gains or
   * loses it, and by a full run (R18).
   */
  private static OpenRemoval reproposed(RecordedContact contact, OpenRemoval removal) {
    return removal.state() == State.DISCARDED && (contact.recordChanged() || contact.again())
        ? removal.in(State.OPEN, "")
        : removal;
  }

  private void propose(
      RecordedContact contact, UserId user, Reason why, Instant now, Reviewed verdict) {
    ContactId id = contact.change().next().id();
    if (contact.dueOf(user).flatMap(Due::removal).isPresent()) {
      return;
    }
    var pair = pairs.find(new PairId(user, id));
    if (mayGetCopy(pair.value())) {
      OpenRemoval removal = new OpenRemoval(new PairId(user, id), why, State.OPEN, now, "");
      Due before = contact.dueOf(user).orElse(Due.nothing(new PairId(user, id)));
      verdict.toWrite().add(before.with(Optional.of(removal)));
      // A time that has come stays with it until the next page: a row is written once.
      verdict.toWriteAfter().removeIf(row -> row.pair().equals(before.pair()));
      verdict.unfinished().add(id);
    } else if (!pair.version().equals(Version.ABSENT)) {
      verdict.toQueue().add(PairMessage.of(new PairId(user, id)));
    }
  }

  /**
   * A pair without a copy may be about to get one: whoever works on it may have read the contact
   * before it changed. An open pair is therefore treated as if it had one.
   */
  static boolean mayGetCopy(Pair pair) {
    return pair.mayHaveCopy() || pair.asked() || (pair.open() && !pair.waitsForUser());
  }
}
