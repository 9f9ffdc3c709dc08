package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.snapshot.ReadPage.Absence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Asks the CRM by id for contacts that are stored, of which there may be a copy, and which a good
 * page does not have, before anything of them is removed (R23). Some at a time: a page with more of
 * them is cut behind the last that was asked for, and the next step reads on from there, so that
 * nothing but the run's cursor has to be remembered.
 */
final class AskAbsent {
  private static final int AT_ONCE = 50;
  private static final Duration STEP_AT_MOST = Duration.ofMinutes(2);

  private final AskById ask;
  private final PairStore pairs;
  private final Clock clock;

  AskAbsent(AskById ask, PairStore pairs, Clock clock) {
    this.ask = ask;
    this.pairs = pairs;
    this.clock = clock;
  }

  /**
   * What is known after it.
   *
   * @param page with what was said, cut where not all could be asked for at once
   * @param cut whether it was
   */
  record CheckedPage(ReadPage page, RunCounts counts, boolean cut) {}

  /**
   * Asks for those that the page does not have.
   *
   * @param before what the run counted: its limit holds for all its steps
   * @param lastTry whether who gives no clear answer now is left as it was, and the run goes on
   * @param journal told each contact that is not simply gone
   * @throws CrmUnavailable there was no clear answer, and the step is to be tried again; or the CRM
   *     refuses our sign-in
   */
  CheckedPage of(
      ReadPage page,
      StoredRange stored,
      RunCounts before,
      boolean lastTry,
      Consumer<String> journal) {
    Round round = new Round(before, lastTry, journal);
    for (StoredContact each : stored.inOrder()) {
      if (!page.has(each.id()) && mayHaveCopy(each, stored)) {
        if (round.isFull()) {
          return new CheckedPage(round.told(page.upTo(round.last())), round.counts, true);
        }
        round.ask(each.id());
      }
    }
    round.insist();
    return new CheckedPage(round.told(page), round.counts, false);
  }

  /** Who departed and was asked for is gone; of the others whoever was told of it may have it. */
  private boolean mayHaveCopy(StoredContact contact, StoredRange stored) {
    if (contact.contactState() == ContactState.GONE) {
      return false;
    }
    boolean unasked = contact.contactState() == ContactState.MISSING;
    return contact.pending()
        || (unasked && !stored.losing(contact.id()).isEmpty())
        || hasCopy(contact, contact.audience())
        || hasCopy(contact, contact.frozen());
  }

  private boolean hasCopy(StoredContact contact, Set<UserId> users) {
    return users.stream()
        .anyMatch(user -> DueReview.mayGetCopy(pairs.find(new PairId(user, contact.id())).value()));
  }

  /** One step's questions. */
  private final class Round {
    private final RunCounts before;
    private final boolean lastTry;
    private final Consumer<String> journal;
    private final Instant end = clock.instant().plus(STEP_AT_MOST);
    private final TreeMap<ContactId, SourceRecord> found = new TreeMap<>();
    private final TreeMap<ContactId, Absence> absent = new TreeMap<>();
    private Optional<CrmUnavailable> unclear = Optional.empty();
    private Optional<ContactId> last = Optional.empty();
    private RunCounts counts = RunCounts.NONE;

    Round(RunCounts before, boolean lastTry, Consumer<String> journal) {
      this.before = before;
      this.lastTry = lastTry;
      this.journal = journal;
    }

    boolean isFull() {
      boolean many = counts.get(RunCounts.CONTACTS_ASKED_FOR) >= AT_ONCE;
      boolean full = last.isPresent() && (many || !clock.instant().isBefore(end));
      if (full) {
        insist();
      }
      return full;
    }

    ContactId last() {
      return last.orElseThrow();
    }

    void ask(ContactId id) {
      AskById.Result answer = ask.of(id, before.plus(counts), lastTry, journal);
      counts = counts.plus(answer.counts());
      switch (answer.kind()) {
        case FOUND -> found.put(id, answer.record().orElseThrow());
        case GONE -> absent.put(id, Absence.GONE);
        case HIDDEN -> absent.put(id, Absence.HIDDEN);
        case NOT_ASKED -> absent.put(id, Absence.NOT_ASKED);
        case UNCLEAR -> unclear = unclear.or(answer::why);
      }
      last = Optional.of(id);
    }

    /** Who gave no clear answer is asked again, as often as any step is. */
    void insist() {
      unclear.ifPresent(
          why -> {
            throw why;
          });
    }

    ReadPage told(ReadPage page) {
      return page.with(found, absent);
    }
  }
}
