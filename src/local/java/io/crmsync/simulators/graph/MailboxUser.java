package io.crmsync.simulators.graph;

import java.util.List;
import java.util.Map;

/**
 * The owner of a mailbox, who does in Outlook what people do. Contact ids are immutable ids; a
 * folder is named by its id, its display name, or {@code contacts} and {@code deleteditems}. What
 * is not there is refused with {@link IllegalArgumentException}.
 */
public final class MailboxUser extends MailboxView {
  private final Simulation simulation;

  MailboxUser(Simulation simulation, Mailbox mailbox) {
    super(mailbox);
    this.simulation = simulation;
  }

  /** Makes something the matter with the mailbox, or nothing. */
  public void condition(MailboxCondition condition) {
    mailbox.condition(condition);
  }

  /** Gives the mailbox another principal name; the old one then names nobody. */
  public void renameMailbox(String userPrincipalName) {
    simulation.mailboxes().rename(mailbox, userPrincipalName);
  }

  /** Gives the mailbox one more name, which the requests' addresses may bear. */
  public void addAlias(String name) {
    simulation.mailboxes().alias(mailbox, name);
  }

  /**
   * The licence is taken away and given back: another mailbox, with nothing in it, takes all names
   * of this one; no id of this one means anything there. Gives the other one's user.
   */
  public MailboxUser makeAnew() {
    return new MailboxUser(simulation, simulation.mailboxes().makeAnew(mailbox));
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

  /** Creates a folder of mail beside the default one of contacts: no list of folders shows it. */
  public void createMailFolder(String displayName) {
    synchronized (mailbox) {
      mailbox.addMailFolder(displayName);
    }
  }

  /** Gives a folder another name; the default one bears that of its user's language. */
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
