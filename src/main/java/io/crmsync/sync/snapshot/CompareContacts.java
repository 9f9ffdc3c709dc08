package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.contact.AccessPart;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.snapshot.ContactChange;
import io.crmsync.domain.snapshot.Reading;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.port.SyncSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Joins what the CRM said of contacts with what is stored of them, and finds what changed for whom.
 * Only reads: whether the outcome is stored or reported is another's business.
 *
 * <p>What is due is read first. Whoever writes a removal does so before he takes the user off a
 * list, or after he wrote the contact: so a removal that is seen is judged by what it was made of,
 * or by something newer, and one that is written later makes a write on what was read here fail.
 */
public final class CompareContacts {
  private final ContactStore contacts;
  private final SyncListStore lists;
  private final DueStore due;
  private final SyncSettings settings;

  CompareContacts(ContactStore contacts, SyncListStore lists, DueStore due, SyncSettings settings) {
    this.contacts = contacts;
    this.lists = lists;
    this.due = due;
    this.settings = settings;
  }

  /**
   * One contact that was asked for by its id.
   *
   * @param answer empty: the CRM has no such contact (R13)
   * @return empty: of that contact nothing is stored either
   */
  Optional<RecordedContact> one(
      ContactId id, Optional<CrmContact> answer, Instant askedAt, Directory directory) {
    Reading reading =
        answer.map(contact -> Reading.of(contact, askedAt)).orElse(Reading.gone(id, askedAt));
    return one(id, stored -> Optional.of(reading), directory, false);
  }

  /**
   * Compares a bad record, of which only the access can be read: who is to have the contact (R6).
   *
   * @return empty: nothing is stored of that contact
   */
  Optional<RecordedContact> access(
      ContactId id, AccessPart said, Instant askedAt, Directory directory) {
    return one(
        id, stored -> stored.map(row -> Reading.ofAccess(row, said, askedAt)), directory, false);
  }

  /**
   * Some contacts of a page once more, each with what is stored of it now.
   *
   * @param again as for the page
   */
  List<RecordedContact> anew(
      ReadPage page, Set<ContactId> ids, Directory directory, boolean again) {
    return ids.stream()
        .sorted()
        .flatMap(id -> one(id, stored -> page.reading(id, stored), directory, again).stream())
        .toList();
  }

  /** Empty: of that contact nothing is stored, and the CRM has none, or says nothing of it. */
  private Optional<RecordedContact> one(
      ContactId id,
      Function<Optional<StoredContact>, Optional<Reading>> reading,
      Directory directory,
      boolean again) {
    List<Due> dueRows = due.of(id);
    Optional<Versioned<StoredContact>> stored = contacts.find(id);
    return reading
        .apply(stored.map(Versioned::value))
        .filter(said -> stored.isPresent() || said.contactState() != ContactState.GONE)
        .map(said -> compare(stored, said, lists.of(id), directory, dueRows, again));
  }

  /** What is stored of the range that the page speaks for. */
  StoredRange stored(ReadPage page) {
    List<Due> dueRows = due.range(page.after(), page.upTo());
    TreeMap<ContactId, Versioned<StoredContact>> rows = new TreeMap<>();
    contacts.range(page.after(), page.upTo()).forEach(row -> rows.put(row.value().id(), row));
    return new StoredRange(rows, dueRows);
  }

  /**
   * A page of the feed, joined with the stored rows of the same range like two sorted files.
   *
   * @param again whether unchanged contacts count as new (a full run)
   * @return those of which something can be believed, by id
   */
  public List<RecordedContact> page(
      ReadPage page, StoredRange stored, Directory directory, boolean again) {
    Map<ContactId, Set<UserId>> listed = lists.range(page.after(), page.upTo());
    Map<ContactId, List<Due>> dueOf =
        stored.due().stream().collect(Collectors.groupingBy(Due::contact));
    Set<ContactId> ids = new TreeSet<>(stored.contacts().keySet());
    ids.addAll(page.records().keySet());
    return ids.stream()
        .flatMap(id -> page.reading(id, stored.row(id).map(Versioned::value)).stream())
        .map(
            reading ->
                compare(
                    stored.row(reading.id()),
                    reading,
                    listed.getOrDefault(reading.id(), Set.of()),
                    directory,
                    dueOf.getOrDefault(reading.id(), List.of()),
                    again))
        .toList();
  }

  private RecordedContact compare(
      Optional<Versioned<StoredContact>> stored,
      Reading reading,
      Set<UserId> listed,
      Directory directory,
      List<Due> dueRows,
      boolean again) {
    Entitlement entitlement =
        new Entitlement(
            reading.contactState(), reading.access(), listed, directory, settings.audience());
    ContactChange change =
        ContactChange.between(
            stored.map(Versioned::value), reading, entitlement, StoredRange.losing(dueRows), again);
    Version version = stored.map(Versioned::version).orElse(Version.ABSENT);
    return new RecordedContact(change, entitlement, version, dueRows, again);
  }
}
