package io.crmsync.simulators.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the owner of a mailbox sees in it: everything, Deleted Items included. */
public abstract class MailboxView {
  final Mailbox mailbox;

  MailboxView(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** The user's principal name. */
  public final String userPrincipalName() {
    return mailbox.userPrincipalName();
  }

  /** The user's object id. */
  public final String objectId() {
    return mailbox.objectId();
  }

  /** What is the matter with the mailbox. */
  public final MailboxCondition condition() {
    return mailbox.condition();
  }

  /** All folders, Deleted Items included. */
  public final List<FolderView> folders() {
    synchronized (mailbox) {
      return mailbox.folders().stream().map(folder -> FolderView.of(mailbox, folder)).toList();
    }
  }

  /** The folder outside Deleted Items with this display name, if there is one. */
  public final Optional<FolderView> folder(String displayName) {
    return folders().stream()
        .filter(folder -> !folder.binned() && folder.displayName().equals(displayName))
        .findFirst();
  }

  /** All contacts outside Deleted Items. */
  public final List<ContactView> contacts() {
    return everything().stream().filter(contact -> !contact.binned()).toList();
  }

  /** The contacts of one folder. */
  public final List<ContactView> contactsIn(String folder) {
    synchronized (mailbox) {
      return named(folder).contacts().stream()
          .map(contact -> ContactView.of(mailbox, contact))
          .toList();
    }
  }

  /** All contacts in Deleted Items, those in deleted folders included. */
  public final List<ContactView> bin() {
    return everything().stream().filter(ContactView::binned).toList();
  }

  /** A contact, wherever it is, Deleted Items included. */
  public final Optional<ContactView> contact(String id) {
    synchronized (mailbox) {
      return mailbox.contact(id).map(contact -> ContactView.of(mailbox, contact));
    }
  }

  private List<ContactView> everything() {
    synchronized (mailbox) {
      return mailbox.folders().stream()
          .flatMap(folder -> folder.contacts().stream())
          .map(contact -> ContactView.of(mailbox, contact))
          .toList();
    }
  }

  final StoredContact stored(String id) {
    return mailbox.contact(id).orElseThrow(() -> new IllegalArgumentException("no contact " + id));
  }

  final Folder named(String name) {
    return mailbox
        .folder(name)
        .or(() -> byName(name))
        .orElseThrow(() -> new IllegalArgumentException("no folder " + name));
  }

  /** A name that is used in Deleted Items too means the folder outside. */
  private Optional<Folder> byName(String name) {
    return mailbox.folders().stream()
        .filter(folder -> folder.wellKnownName().equals(name) || folder.displayName().equals(name))
        .min(Comparator.comparing(mailbox::isBinned));
  }
}
