package io.crmsync.simulators.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The owner of a mailbox, who sees everything in it and does in Outlook what people do. Contact ids
 * are immutable ids; a folder is named by its id, its display name, or {@code contacts} and {@code
 * deleteditems}. What is not there is refused with {@link IllegalArgumentException}.
 */
public final class MailboxUser {
  private final Simulation simulation;
  private final Mailbox mailbox;

  MailboxUser(Simulation simulation, Mailbox mailbox) {
    this.simulation = simulation;
    this.mailbox = mailbox;
  }

  /** The user's principal name. */
  public String userPrincipalName() {
    return mailbox.userPrincipalName();
  }

  /** The user's object id. */
  public String objectId() {
    return mailbox.objectId();
  }

  /** What is the matter with the mailbox. */
  public MailboxCondition condition() {
    return mailbox.condition();
  }

  /** Makes something the matter with the mailbox, or nothing. */
  public void condition(MailboxCondition condition) {
    mailbox.condition(condition);
  }

  /** Gives the mailbox another principal name; the old one then names nobody. */
  public void renameMailbox(String userPrincipalName) {
    simulation.mailboxes().rename(mailbox, userPrincipalName);
  }

  /** All folders, Deleted Items included. */
  public List<FolderView> folders() {
    synchronized (mailbox) {
      return mailbox.folders().stream().map(folder -> FolderView.of(mailbox, folder)).toList();
    }
  }

  /** The folder outside Deleted Items with this display name, if there is one. */
  public Optional<FolderView> folder(String displayName) {
    return folders().stream()
        .filter(folder -> !folder.binned() && folder.displayName().equals(displayName))
        .findFirst();
  }

  /** All contacts outside Deleted Items. */
  public List<ContactView> contacts() {
    return everything().stream().filter(contact -> !contact.binned()).toList();
  }

  /** The contacts of one folder. */
  public List<ContactView> contactsIn(String folder) {
    synchronized (mailbox) {
      return named(folder).contacts().stream()
          .map(contact -> ContactView.of(mailbox, contact))
          .toList();
    }
  }

  /** All contacts in Deleted Items, those in deleted folders included. */
  public List<ContactView> bin() {
    return everything().stream().filter(ContactView::binned).toList();
  }

  /** A contact, wherever it is, Deleted Items included. */
  public Optional<ContactView> contact(String id) {
    synchronized (mailbox) {
      return mailbox.contact(id).map(contact -> ContactView.of(mailbox, contact));
    }
  }

  /**
   * Adds a contact of the user's own with these properties, named and typed as in Graph; gives its
   * id.
   */
  public String addContact(String folder, Map<String, ?> properties) {
    synchronized (mailbox) {
      return writing().create(mailbox, named(folder), change(properties)).id();
    }
  }

  /**
   * Changes these properties of a contact; a list or address is replaced whole, an empty text
   * clears.
   */
  public void editContact(String id, Map<String, ?> properties) {
    synchronized (mailbox) {
      writing().update(mailbox, stored(id), change(properties));
    }
  }

  /** Moves a contact to Deleted Items. */
  public void deleteContact(String id) {
    moveContact(id, Mailbox.DELETED_ITEMS);
  }

  /** Removes a contact for good. */
  public void purgeContact(String id) {
    synchronized (mailbox) {
      mailbox.purge(stored(id));
    }
  }

  /**
   * Takes a contact out of Deleted Items, back to where it was or, that folder gone, to the default
   * folder.
   */
  public void restoreContact(String id) {
    synchronized (mailbox) {
      StoredContact contact = stored(id);
      Folder target =
          mailbox
              .folder(contact.deletedFrom())
              .filter(folder -> !mailbox.isBinned(folder))
              .orElseGet(mailbox::defaultFolder);
      mailbox.move(contact, target);
    }
  }

  /** Moves a contact to another folder. */
  public void moveContact(String id, String folder) {
    synchronized (mailbox) {
      mailbox.move(stored(id), named(folder));
    }
  }

  /** Copies a contact, extended properties and all, into a folder; gives the copy's id. */
  public String copyContact(String id, String folder) {
    synchronized (mailbox) {
      return writing().copy(mailbox, stored(id), named(folder)).id();
    }
  }

  /** Creates a folder beside the default one; gives its id. */
  public String createFolder(String displayName) {
    synchronized (mailbox) {
      return mailbox.addFolder(displayName, mailbox.rootId()).id();
    }
  }

  /** Creates a folder below another; gives its id. */
  public String createFolder(String displayName, String parent) {
    synchronized (mailbox) {
      return mailbox.addFolder(displayName, named(parent).id()).id();
    }
  }

  /** Gives a folder another name. */
  public void renameFolder(String folder, String displayName) {
    synchronized (mailbox) {
      named(folder).renamed(displayName);
      mailbox.changed();
    }
  }

  /** Moves a folder with all in it to Deleted Items. */
  public void deleteFolder(String folder) {
    moveFolder(folder, Mailbox.DELETED_ITEMS);
  }

  /** Moves a folder below another, or with {@code root} beside the default one. */
  public void moveFolder(String folder, String parent) {
    synchronized (mailbox) {
      named(folder).movedBelow(parent.equals("root") ? mailbox.rootId() : named(parent).id());
      mailbox.changed();
    }
  }

  /** Removes for good all that is in Deleted Items. */
  public void emptyBin() {
    synchronized (mailbox) {
      mailbox.childrenOf(mailbox.bin().id()).forEach(mailbox::purge);
      List.copyOf(mailbox.bin().contacts()).forEach(mailbox::purge);
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

  private StoredContact stored(String id) {
    return mailbox.contact(id).orElseThrow(() -> new IllegalArgumentException("no contact " + id));
  }

  private Folder named(String name) {
    return mailbox
        .folder(name)
        .or(() -> byName(name))
        .orElseThrow(() -> new IllegalArgumentException("no folder " + name));
  }

  private Optional<Folder> byName(String name) {
    return mailbox.folders().stream()
        .filter(folder -> folder.wellKnownName().equals(name) || folder.displayName().equals(name))
        .findFirst();
  }

  private ContactWriting writing() {
    return new ContactWriting(GraphBehaviour.usual(), simulation.now());
  }

  private static ContactChange change(Map<String, ?> properties) {
    try {
      return ContactChange.of(Json.object(properties));
    } catch (GraphError e) {
      throw new IllegalArgumentException(e.text(), e);
    }
  }
}
