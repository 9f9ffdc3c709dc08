package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.eligibility.Eligibility;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.snapshot.Reading;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A page of the feed that is believed, and the range of ids that it speaks for.
 *
 * @param after exclusive; empty: from the first id
 * @param upTo inclusive; empty: the page was the last one
 * @param records by id, bad ones too, and those that were found by their id alone
 * @param absent what was learnt of contacts that are not on the page, though there may be a copy
 * @param hidesOne whether a record's id cannot be read: who is missing may be that record, so that
 *     nobody counts as gone who was not asked for by id (R17)
 * @param bad id (or position, where it cannot be read) and defect of each bad record
 */
public record ReadPage(
    Optional<ContactId> after,
    Optional<ContactId> upTo,
    TreeMap<ContactId, SourceRecord> records,
    Map<ContactId, Absence> absent,
    boolean hidesOne,
    Map<String, String> bad,
    Instant askedAt) {
  private static final String NAMELESS = "record ";

  /** What became of a contact that was asked for by its id, and not found (R23). */
  enum Absence {
    GONE,
    /** Hidden from us, or there was no clear answer: it is left as it was. */
    HIDDEN,
    /** More were missing than may be asked for. */
    NOT_ASKED
  }

  static ReadPage of(Optional<ContactId> after, SourcePage page, Instant askedAt) {
    TreeMap<ContactId, SourceRecord> records = byId(page.records());
    Optional<ContactId> upTo = page.last() ? Optional.empty() : Optional.of(records.lastKey());
    boolean hidesOne = page.records().stream().anyMatch(each -> each.id().isEmpty());
    return new ReadPage(after, upTo, records, Map.of(), hidesOne, bad(page.records()), askedAt);
  }

  private static TreeMap<ContactId, SourceRecord> byId(List<SourceRecord> records) {
    TreeMap<ContactId, SourceRecord> byId = new TreeMap<>();
    records.forEach(each -> each.id().ifPresent(id -> byId.put(id, each)));
    return byId;
  }

  private static Map<String, String> bad(List<SourceRecord> records) {
    Map<String, String> bad = new TreeMap<>();
    int position = 0;
    for (SourceRecord each : records) {
      position++;
      if (each.contact().isEmpty()) {
        bad.put(each.id().map(ContactId::value).orElse(NAMELESS + position), each.defect());
      }
    }
    return bad;
  }

  /**
   * The same, as far as this id: what is behind it is read again by the next step, and counted
   * there.
   */
  ReadPage upTo(ContactId last) {
    Map<String, String> badSoFar = new TreeMap<>(bad);
    badSoFar.keySet().removeIf(where -> unnamed(where) || new ContactId(where).compareTo(last) > 0);
    return new ReadPage(
        after,
        Optional.of(last),
        new TreeMap<>(records.headMap(last, true)),
        absent,
        hidesOne,
        badSoFar,
        askedAt);
  }

  /** The same, with what was said of contacts that were asked for by their ids. */
  ReadPage with(Map<ContactId, SourceRecord> found, Map<ContactId, Absence> notFound) {
    TreeMap<ContactId, SourceRecord> all = new TreeMap<>(records);
    all.putAll(found);
    Map<String, String> allBad = new TreeMap<>(bad);
    allBad.putAll(bad(List.copyOf(found.values())));
    return new ReadPage(after, upTo, all, new HashMap<>(notFound), hidesOne, allBad, askedAt);
  }

  /** Whether the page has a record of this id, be it a bad one. */
  boolean has(ContactId id) {
    return records.containsKey(id);
  }

  /**
   * What the page says of an id in its range.
   *
   * @param stored what is known of it
   * @return empty: nothing that can be believed, and nothing is stored that could be gone by
   */
  Optional<Reading> reading(ContactId id, Optional<StoredContact> stored) {
    SourceRecord record = records.get(id);
    if (record != null) {
      return said(record, stored);
    }
    Absence unasked = hidesOne ? Absence.HIDDEN : Absence.GONE;
    return switch (absent.getOrDefault(id, unasked)) {
      case GONE -> Optional.of(Reading.gone(id, askedAt));
      case HIDDEN -> stored.map(Reading::asStored);
      case NOT_ASKED ->
          stored.map(row -> hidesOne ? Reading.asStored(row) : Reading.missing(row, askedAt));
    };
  }

  /** R6: what a bad record says of access is obeyed; else all is left as it was. */
  private Optional<Reading> said(SourceRecord record, Optional<StoredContact> stored) {
    if (record.contact().isPresent()) {
      return record.contact().map(contact -> Reading.of(contact, askedAt));
    }
    return stored.map(
        row ->
            record
                .access()
                .map(access -> Reading.ofAccess(row, access, askedAt))
                .orElseGet(() -> Reading.asStored(row)));
  }

  public RunCounts counts() {
    long unnamed = bad.keySet().stream().filter(ReadPage::unnamed).count();
    RunCounts counts =
        RunCounts.NONE
            .with(RunCounts.CONTACTS_READ, records.size() + unnamed)
            .with(RunCounts.CONTACTS_BAD, bad.size());
    counts = unnamed == 0 ? counts : counts.with(RunCounts.CONTACTS_UNNAMED, unnamed);
    for (SourceRecord each : records.values()) {
      counts =
          each.contact()
              .map(contact -> countsOf(Reading.of(contact, askedAt)))
              .map(counts::plus)
              .orElse(counts);
    }
    return counts;
  }

  private static boolean unnamed(String where) {
    return where.startsWith(NAMELESS);
  }

  private static RunCounts countsOf(Reading reading) {
    RunCounts one =
        reading.contactState() == ContactState.ACTIVE
            ? RunCounts.NONE.with(RunCounts.CONTACTS_ACTIVE, 1)
            : RunCounts.NONE;
    return Eligibility.rejection(reading.contactState(), reading.fields())
        .map(why -> one.with(RunCounts.NOT_ACTIONABLE + why.code(), 1))
        .orElse(one);
  }
}
