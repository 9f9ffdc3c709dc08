package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is in one mailbox, the bin included. Not thread-safe: the mailbox's lock guards it. */
final class FakeContents {
  final FakeFolders folders;
  private final String prefix;
  private final Supplier<Instant> clock;
  private final Map<OutlookId, OutlookContact> contacts = new LinkedHashMap<>();
  private final Map<OutlookId, FolderId> before = new HashMap<>();
  private final Set<OutlookId> notYetIndexed = new HashSet<>();
  private boolean indexLags;
  private int made;

  FakeContents(String prefix, Supplier<Instant> clock) {
    this.prefix = prefix;
    this.clock = clock;
    folders = new FakeFolders(prefix);
  }

  Optional<OutlookContact> contact(OutlookId id) {
    return Optional.ofNullable(contacts.get(id));
  }

  /** What a write is answered with. */
  WriteAnswer answer(OutlookId id) {
    return WriteAnswer.of(existing(id));
  }

  List<OutlookContact> all() {
    return List.copyOf(contacts.values());
  }

  OutlookId add(FolderId folder, ContactPatch content) {
    OutlookId id = new OutlookId(prefix + "c" + ++made);
    OutlookContact blank =
        new OutlookContact(
            id, folder, Optional.empty(), clock.get(), Map.of(), Map.of(), List.of());
    contacts.put(id, PatchedContact.of(blank, content));
    if (indexLags) {
      notYetIndexed.add(id);
    }
    return id;
  }

  OutlookId copy(OutlookId original, FolderId folder) {
    OutlookId id = add(folder, EMPTY);
    OutlookContact of = existing(original);
    Instant now = existing(id).created();
    contacts.put(
        id,
        new OutlookContact(
            id, folder, of.mark(), now, of.plain(), of.lists(), of.categories(), of.emailNames()));
    return id;
  }

  void patch(OutlookId id, ContactPatch change) {
    contacts.put(id, PatchedContact.of(existing(id), change));
  }

  void unmark(OutlookId id) {
    OutlookContact old = existing(id);
    contacts.put(
        id,
        new OutlookContact(
            id,
            old.folder(),
            Optional.empty(),
            old.created(),
            old.plain(),
            old.lists(),
            old.categories(),
            old.emailNames()));
  }

  void move(OutlookId id, FolderId to) {
    OutlookContact old = existing(id);
    before.put(id, old.folder());
    contacts.put(
        id,
        new OutlookContact(
            id,
            to,
            old.mark(),
            old.created(),
            old.plain(),
            old.lists(),
            old.categories(),
            old.emailNames()));
  }

  /** Where a contact was before it was moved last, if that still is a contact folder. */
  FolderId formerFolder(OutlookId id) {
    return Optional.ofNullable(before.get(id)).filter(folders::live).orElse(folders.defaultFolder);
  }

  void purge(OutlookId id) {
    contacts.remove(id);
  }

  void emptyBin() {
    contacts.values().removeIf(contact -> !folders.live(contact.folder()));
    folders.purgeBinned();
  }

  /** From now on new contacts are not found until the index has caught up. */
  void lagIndex(boolean lags) {
    indexLags = lags;
    if (!lags) {
      notYetIndexed.clear();
    }
  }

  List<FolderEntry> entries(FolderId folder) {
    return contacts.values().stream()
        .filter(c -> c.folder().equals(folder) && !notYetIndexed.contains(c.id()))
        .map(
            c ->
                new FolderEntry(
                    c.id(), c.folder(), c.mark(), c.created(), c.entries(ListSlot.EMAILS)))
        .toList();
  }

  List<FolderEntry> find(FolderId folder, ContactId contact, String email) {
    return entries(folder).stream()
        .filter(
            entry ->
                entry.mark().equals(Optional.of(contact.value()))
                    || (!email.isEmpty()
                        && entry.emails().stream()
                            .anyMatch(address -> ListSlot.EMAILS.same(address, email))))
        .toList();
  }

  private OutlookContact existing(OutlookId id) {
    return contact(id).orElseThrow();
  }

  private static final ContactPatch EMPTY =
      new ContactPatch(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());
}
