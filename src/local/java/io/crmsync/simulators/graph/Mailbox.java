package io.crmsync.simulators.graph;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One user's folders and contacts, and the moves among them. Every use holds the lock on the
 * mailbox itself; its names and condition alone may be read without.
 */
final class Mailbox {
  static final String CONTACTS = "contacts";
  static final String DELETED_ITEMS = "deleteditems";

  /** Stands for every folder of mail. */
  private static final String MAIL = "mail";

  private final String objectId;
  private final int generation;
  private final Set<String> aliases = ConcurrentHashMap.newKeySet();
  private final ItemIds ids;
  private final Map<String, Folder> folders = new LinkedHashMap<>();
  private final Map<String, StoredContact> contacts = new HashMap<>();
  private final Map<String, StoredContact> byMutableId = new HashMap<>();
  private volatile String userPrincipalName;
  private volatile MailboxCondition condition = MailboxCondition.HEALTHY;
  private final AtomicLong version = new AtomicLong();
  private long serial = 10;

  Mailbox(String userPrincipalName, String objectId) {
    this(userPrincipalName, objectId, 0);
  }

  /**
   * The user's mailbox after so many before it: it shares no id with them.
   *
   * @param generation 0: the first one
   */
  Mailbox(String userPrincipalName, String objectId, int generation) {
    this.userPrincipalName = userPrincipalName;
    this.objectId = objectId;
    this.generation = generation;
    this.ids = new ItemIds(generation == 0 ? objectId : objectId + "/" + generation);
    put(new Folder(ids.folder(1), CONTACTS, "Contacts", rootId()));
    put(new Folder(ids.folder(2), DELETED_ITEMS, "Deleted Items", rootId()));
  }

  String userPrincipalName() {
    return userPrincipalName;
  }

  String objectId() {
    return objectId;
  }

  /** What is kept of it is newer than what was kept of the one before it. */
  void replaces(Mailbox old) {
    version.set(old.version() + 1);
  }

  int generation() {
    return generation;
  }

  /** More names of it, beside principal name and object id. */
  Set<String> aliases() {
    return aliases;
  }

  MailboxCondition condition() {
    return condition;
  }

  /** Grows with every change. */
  long version() {
    return version.get();
  }

  long serial() {
    return serial;
  }

  /** The folder above all others; no contact folder itself. */
  String rootId() {
    return ids.folder(0);
  }

  Folder defaultFolder() {
    return Objects.requireNonNull(folders.get(ids.folder(1)));
  }

  Folder bin() {
    return Objects.requireNonNull(folders.get(ids.folder(2)));
  }

  void renamed(String newUserPrincipalName) {
    userPrincipalName = newUserPrincipalName;
    changed();
  }

  void condition(MailboxCondition newCondition) {
    condition = newCondition;
    changed();
  }

  Collection<Folder> folders() {
    return folders.values();
  }

  Optional<Folder> folder(String id) {
    return Optional.ofNullable(folders.get(id));
  }

  List<Folder> childrenOf(String folderId) {
    return folders.values().stream()
        .filter(folder -> folder.parentId().equals(folderId))
        .filter(folder -> folder.wellKnownName().isEmpty())
        .toList();
  }

  /** Whether a folder is Deleted Items or somewhere below it. */
  boolean isBinned(Folder folder) {
    return folder == bin() || folder(folder.parentId()).filter(this::isBinned).isPresent();
  }

  Optional<StoredContact> contact(String id) {
    return Optional.ofNullable(contacts.get(id));
  }

  Optional<StoredContact> contactByMutableId(String id) {
    return Optional.ofNullable(byMutableId.get(id));
  }

  Folder addFolder(String displayName, String parentId) {
    Folder folder = new Folder(ids.folder(next()), "", displayName, parentId);
    put(folder);
    return folder;
  }

  void addMailFolder(String displayName) {
    put(new Folder(ids.folder(next()), MAIL, displayName, rootId()));
  }

  /** Whether a folder of any sort has this name there; case is ignored. */
  boolean isNameTaken(String parentId, String displayName) {
    return folders.values().stream()
        .filter(folder -> folder.parentId().equals(parentId))
        .anyMatch(folder -> folder.displayName().equalsIgnoreCase(displayName));
  }

  /** A new, empty contact, not yet in any folder: {@link #put} it there when it is filled. */
  StoredContact newContact(Folder folder, Instant now) {
    long number = next();
    return new StoredContact(ids.immutable(number), ids.mutable(number), folder, now);
  }

  void put(StoredContact contact) {
    contacts.put(contact.id(), contact);
    byMutableId.put(contact.mutableId(), contact);
    contact.folder().put(contact);
    changed();
  }

  void put(Folder folder) {
    folders.put(folder.id(), folder);
    changed();
  }

  void move(StoredContact contact, Folder target) {
    String from = target == bin() ? contact.folder().id() : "";
    contact.folder().remove(contact);
    byMutableId.remove(contact.mutableId());
    contact.movedTo(target, ids.mutable(next()), from);
    put(contact);
  }

  /** Says that a contact has new values at this time. */
  void touched(StoredContact contact, Instant now) {
    contact.touched(now, ItemIds.changeKey(next()));
    contact.folder().reindex(contact);
    changed();
  }

  void purge(StoredContact contact) {
    contact.folder().remove(contact);
    contacts.remove(contact.id());
    byMutableId.remove(contact.mutableId());
    changed();
  }

  void purge(Folder folder) {
    childrenOf(folder.id()).forEach(this::purge);
    List.copyOf(folder.contacts()).forEach(this::purge);
    folders.remove(folder.id());
    changed();
  }

  void restoredTo(long lastSerial) {
    serial = lastSerial;
  }

  void changed() {
    version.incrementAndGet();
  }

  private long next() {
    return ++serial;
  }
}
