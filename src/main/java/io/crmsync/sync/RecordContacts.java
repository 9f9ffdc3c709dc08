package io.crmsync.sync;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.snapshot.ContactChange;
import io.crmsync.domain.snapshot.Reading;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.Due;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.RunCounts;
import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.port.Version;
import io.crmsync.sync.port.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Takes what the CRM said of contacts into the snapshot. The only writer of contacts, whoever asked
 * the CRM: compare, store, queue every pair concerned.
 */
public final class RecordContacts {
  private final ContactStore contacts;
  private final SyncListStore lists;
  private final DueStore due;
  private final DirectoryStore directories;
  private final FanOut fanOut;
  private final SyncSettings settings;

  public RecordContacts(
      ContactStore contacts,
      SyncListStore lists,
      DueStore due,
      DirectoryStore directories,
      FanOut fanOut,
      SyncSettings settings) {
    this.contacts = contacts;
    this.lists = lists;
    this.due = due;
    this.directories = directories;
    this.fanOut = fanOut;
    this.settings = settings;
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
   * @throws IllegalStateException no directory was ever stored
   */
  public Optional<StoredContact> recordOne(
      ContactId id,
      Optional<CrmContact> answer,
      Instant askedAt,
      UnaryOperator<PairMessage> tagged) {
    return recordAll(id, answer, askedAt, all -> all.stream().map(tagged).toList());
  }

  /** Likewise; what tags the messages is told them together, before any is sent. */
  Optional<StoredContact> recordAll(
      ContactId id,
      Optional<CrmContact> answer,
      Instant askedAt,
      UnaryOperator<List<PairMessage>> tagged) {
    Optional<Versioned<StoredContact>> stored = contacts.find(id);
    if (stored.isEmpty() && answer.isEmpty()) {
      return Optional.empty();
    }
    Reading reading =
        answer.map(contact -> Reading.of(contact, askedAt)).orElse(Reading.gone(id, askedAt));
    Entitlement entitlement = entitlement(reading, lists.of(id), directory());
    RecordedContact one = compare(stored, reading, entitlement, due.of(id), false);
    fanOut.carryOut(List.of(one), Lane.NOW, "", tagged);
    fanOut.refreshReadAt(one);
    return contacts.find(id).map(Versioned::value);
  }

  /**
   * A page of the feed, joined with the stored rows of the same range like two sorted files.
   *
   * @param again whether unchanged contacts are queued as well (a full run)
   * @param run whose page it is
   * @return what was counted
   */
  RunCounts recordPage(ReadPage page, boolean again, String run) {
    Directory directory = directory();
    Map<ContactId, Versioned<StoredContact>> stored =
        contacts.range(page.after(), page.upTo()).stream()
            .collect(Collectors.toMap(row -> row.value().id(), Function.identity()));
    Map<ContactId, Set<UserId>> listed = lists.range(page.after(), page.upTo());
    Map<ContactId, List<Due>> dueRows =
        due.range(page.after(), page.upTo()).stream().collect(Collectors.groupingBy(Due::contact));
    Set<ContactId> ids = new TreeSet<>(stored.keySet());
    ids.addAll(page.readings().keySet());

    List<RecordedContact> joined =
        ids.stream()
            .flatMap(id -> page.reading(id).stream())
            .map(
                reading ->
                    compare(
                        Optional.ofNullable(stored.get(reading.id())),
                        reading,
                        entitlement(
                            reading, listed.getOrDefault(reading.id(), Set.of()), directory),
                        dueRows.getOrDefault(reading.id(), List.of()),
                        again))
            .toList();
    return page.counts().plus(fanOut.carryOut(joined, Lane.NIGHTLY, run, UnaryOperator.identity()));
  }

  private RecordedContact compare(
      Optional<Versioned<StoredContact>> stored,
      Reading reading,
      Entitlement entitlement,
      List<Due> dueRows,
      boolean again) {
    ContactChange change =
        ContactChange.between(stored.map(Versioned::value), reading, entitlement, again);
    return new RecordedContact(
        change, stored.map(Versioned::version).orElse(Version.ABSENT), dueRows, again);
  }

  private Entitlement entitlement(Reading reading, Set<UserId> listed, Directory directory) {
    return new Entitlement(
        reading.standing(), reading.access(), listed, directory, settings.audience());
  }

  /** As stored last: another instance may have read users and groups anew a moment ago. */
  private Directory directory() {
    return directories
        .latest()
        .orElseThrow(() -> new IllegalStateException("no directory was stored yet"));
  }
}
