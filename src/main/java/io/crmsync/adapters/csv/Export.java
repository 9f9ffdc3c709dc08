package io.crmsync.adapters.csv;

import io.crmsync.adapters.csv.ContactFile.Entry;
import io.crmsync.adapters.csv.ContactFile.Records;
import io.crmsync.adapters.source.RecordMapping;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All files of contacts, as they were read once from beginning to end: each is whole, and no id is
 * there twice. What is kept of them is an index of their ids.
 *
 * @param listing the files as they were then
 * @param contacts those with contacts, in order of their names
 */
record Export(Listing listing, List<ContactFile> contacts, IdIndex ids) {
  /**
   * Reads all files.
   *
   * @throws CrmBroken there is none, one is not whole or has no record, or an id is there twice
   */
  static Export of(SourceFiles files, Listing listing, RecordMapping mapping) {
    Coverage coverage = new Coverage(UserFile.read(files, listing.users()));
    List<ContactFile> contacts =
        listing.contacts().stream()
            .map(file -> new ContactFile(files, file, Encoding.of(files, file), mapping, coverage))
            .toList();
    IdIndex.Builder ids = new IdIndex.Builder();
    contacts.forEach(file -> index(file, ids));
    Export export = new Export(listing, contacts, ids.build());
    export.refuseRepeated();
    return export;
  }

  private static void index(ContactFile file, IdIndex.Builder ids) {
    try (Records records = file.open()) {
      if (!records.hasNext()) {
        throw FileFailure.of(file.file(), "has no record");
      }
      while (records.hasNext()) {
        records.next().id().ifPresent(ids::add);
      }
    }
  }

  /** Equal hashes are equal ids only where the ids are. */
  private void refuseRepeated() {
    Set<Long> repeated = ids.repeated();
    Map<ContactId, String> places = new HashMap<>();
    if (!repeated.isEmpty()) {
      contacts.forEach(file -> refuseRepeated(file, repeated, places));
    }
  }

  private static void refuseRepeated(
      ContactFile file, Set<Long> repeated, Map<ContactId, String> places) {
    try (Records records = file.open()) {
      while (records.hasNext()) {
        Entry entry = records.next();
        Optional<ContactId> id = entry.id().filter(known -> repeated.contains(IdIndex.hash(known)));
        String place = file.file().name() + " line " + entry.line();
        id.map(known -> places.put(known, place))
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

  /** The record with this id; empty: there is none. */
  Optional<Entry> find(ContactId id) {
    return ids.mayHave(id)
        ? contacts.stream().flatMap(file -> find(file, id).stream()).findFirst()
        : Optional.empty();
  }

  private static Optional<Entry> find(ContactFile file, ContactId id) {
    try (Records records = file.open()) {
      while (records.hasNext()) {
        Entry entry = records.next();
        if (entry.id().filter(id::equals).isPresent()) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }
  }
}
