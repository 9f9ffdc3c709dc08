package io.crmsync.sync.mailbox;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.SameEmail;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One listing of a folder, kept up with what we do ourselves; found by mark and by e-mail. */
final class FolderIndex {
  private final FolderId folder;
  private final Instant listedAt;
  private final Map<OutlookId, FolderEntry> entries = new LinkedHashMap<>();
  private final Map<String, List<OutlookId>> byMark = new HashMap<>();
  private final Map<String, List<OutlookId>> byEmail = new HashMap<>();

  FolderIndex(FolderId folder, Instant listedAt, Collection<FolderEntry> listed) {
    this.folder = folder;
    this.listedAt = listedAt;
    listed.forEach(this::put);
  }

  FolderId folder() {
    return folder;
  }

  /** What is in the folder, as far as is known. */
  synchronized FolderListing listing() {
    return new FolderListing(entries.keySet(), listedAt);
  }

  /** Everything in it, as far as matching goes. */
  synchronized List<FolderEntry> entries() {
    return List.copyOf(entries.values());
  }

  synchronized int size() {
    return entries.size();
  }

  /** The entries that may match: those with the mark, and those with an e-mail that is the same. */
  synchronized List<FolderEntry> candidates(ContactId contact, String email) {
    return Stream.concat(
            byMark.getOrDefault(contact.value(), List.of()).stream(),
            byEmail.getOrDefault(SameEmail.key(email), List.of()).stream())
        .distinct()
        .flatMap(id -> Stream.ofNullable(entries.get(id)))
        .toList();
  }

  synchronized void put(FolderEntry entry) {
    entries.put(entry.id(), entry);
    entry.mark().ifPresent(mark -> add(byMark, mark, entry.id()));
    entry.emails().stream()
        .map(SameEmail::key)
        .filter(email -> !email.isEmpty())
        .forEach(email -> add(byEmail, email, entry.id()));
  }

  synchronized void remove(OutlookId id) {
    entries.remove(id);
  }

  private static void add(Map<String, List<OutlookId>> index, String key, OutlookId id) {
    index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(id);
  }
}
