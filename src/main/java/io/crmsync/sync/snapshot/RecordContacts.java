package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.AccessPart;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StaleWrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Takes what the CRM said of contacts into the snapshot. The only writer of contacts, whoever asked
 * the CRM: compare, store, queue every pair concerned.
 */
public final class RecordContacts {
  private static final int TRIES = 5;

  private final ContactStore contacts;
  private final DirectoryStore directories;
  private final CompareContacts join;
  private final PlanPage plan;
  private final FanOut fanOut;

  RecordContacts(
      ContactStore contacts,
      DirectoryStore directories,
      CompareContacts join,
      PlanPage plan,
      FanOut fanOut) {
    this.contacts = contacts;
    this.directories = directories;
    this.join = join;
    this.plan = plan;
    this.fanOut = fanOut;
  }

  /** As {@link #recordOne(ContactId, Optional, Instant, UnaryOperator)}, for no request. */
  public Optional<StoredContact> recordOne(
      ContactId id, Optional<CrmContact> answer, Instant askedAt) {
    return recordOne(id, answer, askedAt, UnaryOperator.identity());
  }

  /**
   * One contact that was asked for by its id. The pairs concerned do not wait behind a night's
   * work.
   *
   * @param answer empty: the CRM has no such contact (R13)
   * @param askedAt our clock, before the CRM was asked
   * @param tagged what becomes of each message before it is sent
   * @return the row as it is stored now; empty: there is none
   * @throws StaleWrite others changed it again and again meanwhile
   * @throws IllegalStateException no directory was ever stored
   */
  public Optional<StoredContact> recordOne(
      ContactId id,
      Optional<CrmContact> answer,
      Instant askedAt,
      UnaryOperator<PairMessage> tagged) {
    return recordAll(id, answer, askedAt, all -> all.stream().map(tagged).toList());
  }

  /**
   * Like {@link #recordOne}, but {@code tagged} takes all messages in one call, before any is sent.
   */
  public Optional<StoredContact> recordAll(
      ContactId id,
      Optional<CrmContact> answer,
      Instant askedAt,
      UnaryOperator<List<PairMessage>> tagged) {
    return recorded(id, () -> join.one(id, answer, askedAt, directory()), tagged);
  }

  /**
   * A contact whose record is bad, but says who is to have it: who lost it loses the copy, and
   * nothing else changes (R6).
   *
   * @return the row as it is stored now; empty: there is none
   */
  public Optional<StoredContact> recordAccess(
      ContactId id, AccessPart said, Instant askedAt, UnaryOperator<List<PairMessage>> tagged) {
    return recorded(id, () -> join.access(id, said, askedAt, directory()), tagged);
  }

  private Optional<StoredContact> recorded(
      ContactId id,
      Supplier<Optional<RecordedContact>> compared,
      UnaryOperator<List<PairMessage>> tagged) {
    for (int i = 0; i < TRIES; i++) {
      Optional<RecordedContact> one = compared.get();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      if (recorded(one.get(), tagged)) {
        return contacts.find(id).map(Versioned::value);
      }
    }
    throw new StaleWrite("contact " + id);
  }

  /** Not if somebody was faster, whose answer may be older than ours: then it is compared anew. */
  private boolean recorded(RecordedContact one, UnaryOperator<List<PairMessage>> tagged) {
    return fanOut.carryOut(List.of(one), Lane.NOW, "", tagged).overtaken().isEmpty()
        && fanOut.refreshReadAt(one);
  }

  /**
   * A page of the feed, joined with the stored rows of the same range like two sorted files. Rows
   * that others changed meanwhile, from an answer that may be older, are compared anew.
   *
   * @param stored what is stored of the page's range
   * @param again whether unchanged contacts are queued as well (a full run)
   * @param run whose page it is
   * @return what was counted
   * @throws StaleWrite others changed some again and again: the page is to be taken once more
   */
  public RunCounts recordPage(ReadPage page, StoredRange stored, boolean again, String run) {
    List<RecordedContact> joined = plan.compared(page, stored, directory(), again, Set.of());
    RunCounts counts = page.counts();
    for (int i = 0; i < TRIES; i++) {
      FanOut.FannedOut sent = fanOut.carryOut(joined, Lane.NIGHTLY, run, UnaryOperator.identity());
      counts = counts.plus(sent.counts());
      if (sent.overtaken().isEmpty()) {
        return counts;
      }
      joined = plan.comparedAnew(page, sent.overtaken(), directory(), again);
    }
    throw new StaleWrite(joined.size() + " contacts of a page of run " + run);
  }

  /** As stored last: another instance may have read users and groups anew a moment ago. */
  private Directory directory() {
    return directories
        .latest()
        .orElseThrow(() -> new IllegalStateException("no directory was stored yet"));
  }
}
