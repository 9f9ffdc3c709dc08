package io.crmsync.simulators.crm;

import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** All that the CRM holds. */
record Feed(FeedRecords contacts, FeedRecords users, FeedRecords groups) {

  static Feed empty() {
    return new Feed(records(Map.of()), records(Map.of()), records(Map.of()));
  }

  /**
   * Reads contacts.jsonl, users.jsonl and groups.jsonl, and beside each what was deleted, if a
   * state was kept there.
   */
  static Feed read(Path directory) {
    return new Feed(
        read(directory, "contacts"), read(directory, "users"), read(directory, "groups"));
  }

  void write(Path directory) {
    write(directory, "contacts", contacts);
    write(directory, "users", users);
    write(directory, "groups", groups);
  }

  static boolean isIn(Path directory) {
    return directory.resolve("contacts.jsonl").toFile().exists();
  }

  /** Contacts, users or groups, by the word that stands in the path. */
  Optional<FeedRecords> named(String kind) {
    return Optional.ofNullable(
        Map.of("contacts", contacts, "users", users, "groups", groups).get(kind));
  }

  long edits() {
    return contacts.edits() + users.edits() + groups.edits();
  }

  private static FeedRecords records(Map<String, String> live) {
    return new FeedRecords(live, Map.of());
  }

  private static FeedRecords read(Path directory, String kind) {
    NavigableMap<String, String> live = JsonLines.read(directory.resolve(kind + ".jsonl"));
    return new FeedRecords(live, JsonLines.read(directory.resolve(kind + ".deleted.jsonl")));
  }

  /** The deleted ones first: killed in between, a record is in both files, and then it is alive. */
  private static void write(Path directory, String kind, FeedRecords records) {
    JsonLines.write(directory.resolve(kind + ".deleted.jsonl"), records.deletedRecords());
    JsonLines.write(directory.resolve(kind + ".jsonl"), records.liveRecords());
  }
}
