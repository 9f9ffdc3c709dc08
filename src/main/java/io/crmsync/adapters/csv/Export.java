package io.crmsync.adapters.csv;

import io.crmsync.adapters.csv.ContactFile.Entry;
import io.crmsync.adapters.csv.ContactFile.Records;
import io.crmsync.adapters.source.RecordMapping;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.port.SourceFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All files of contacts, as they were read once from beginning to end: each is whole, and no id is
 * there twice. What is kept of them is where their ids stand.
 */
final class Export {
  private final Listing listing;
  private final List<ContactFile> contacts;
  private final NavigableMap<Integer, ContactFile> byFirst = new TreeMap<>();
  private final IdIndex ids;

  /**
   * Reads all files.
   *
   * @param listing the files as they are now
   * @throws io.crmsync.sync.port.CrmBroken there is none, one is not whole or has no record, or an
   *     id is there twice
   */
  Export(SourceFiles files, Listing listing, RecordMapping mapping) {
    this.listing = listing;
    Coverage coverage = new Coverage(UserFile.read(files, listing.users()));
    this.contacts =
        listing.contacts().stream()
            .map(file -> new ContactFile(files, file, Encoding.of(files, file), mapping, coverage))
            .toList();
    IdIndex.Builder index = new IdIndex.Builder();
    int number = 0;
    for (ContactFile file : contacts) {
      byFirst.put(number, file);
      number = index(file, number, index);
    }
    this.ids = index.build();
    refuseRepeated(ids.repeated());
  }

  private static int index(ContactFile file, int first, IdIndex.Builder index) {
    int number = first;
    try (Records records = file.open()) {
      if (!records.hasNext()) {
        throw FileFailure.of(file.file(), "has no record");
      }
      while (records.hasNext()) {
        if (number == IdIndex.MOST_RECORDS) {
          throw FileFailure.of(file.file(), "more than " + number + " records, with those before");
        }
        Optional<ContactId> id = records.next().id();
        if (id.isPresent()) {
          index.add(id.get(), number);
        }
        number++;
      }
    }
    return number;
  }

  /** Equal hashes are equal ids only where the ids are. */
  private void refuseRepeated(Set<Long> hashes) {
    Map<ContactId, String> places = new HashMap<>();
    if (!hashes.isEmpty()) {
      contacts.forEach(file -> refuseRepeated(file, hashes, places));
    }
  }

  private static void refuseRepeated(
      ContactFile file, Set<Long> hashes, Map<ContactId, String> places) {
    try (Records records = file.open()) {
      while (records.hasNext()) {
        Entry entry = records.next();
        String place = file.file().name() + " line " + entry.line();
        entry
            .id()
            .filter(id -> hashes.contains(IdIndex.hash(id)))
            .map(id -> places.put(id, place))
            .ifPresent(
                before -> {
                  throw FileFailure.at(
                      file.file(),
                      entry.line(),
                      "the same id as in "
                          + before
                          + "; without a column of ids the e-mail address identifies, or else name"
                          + " and company");
                });
      }
    }
  }

  /** Whether the files are still those. */
  boolean isOf(Listing now) {
    return listing.equals(now);
  }

  /** Those with contacts, in order of their names. */
  List<ContactFile> contacts() {
    return contacts;
  }

  /** The record with this id; empty: there is none. */
  Optional<Entry> find(ContactId id) {
    return ids.find(id)
        .mapToObj(this::entry)
        .filter(entry -> entry.id().filter(id::equals).isPresent())
        .findFirst();
  }

  private Entry entry(int number) {
    Map.Entry<Integer, ContactFile> file = byFirst.floorEntry(number);
    try (Records records = file.getValue().open()) {
      records.skip(number - file.getKey());
      return records.next();
    }
  }
}
