package io.crmsync.simulators.graph;

import java.time.Instant;

/** One request being carried out in one mailbox, whose lock is held. */
record Work(
    Call call, Route route, Mailbox mailbox, GraphBehaviour behaviour, Instant now, String origin) {

  /** The folder that the address names; without one it is the default folder. */
  Folder folder() {
    String id = route.folderId();
    if (id.isEmpty() || id.equalsIgnoreCase(Mailbox.CONTACTS)) {
      return mailbox.defaultFolder();
    }
    if (id.equalsIgnoreCase(Mailbox.DELETED_ITEMS)) {
      throw GraphError.accessDenied();
    }
    return readable(mailbox.folder(id).orElseThrow(() -> missing(id)));
  }

  private Folder readable(Folder folder) {
    if (folder == mailbox.bin()) {
      throw GraphError.accessDenied();
    }
    if (behaviour.has(Quirk.BINNED_FOLDERS_GONE) && mailbox.isBinned(folder)) {
      throw GraphError.notFound();
    }
    return folder;
  }

  /** The contact that the address names, by an id of the form that the request speaks. */
  StoredContact contact() {
    String id = route.contactId();
    StoredContact contact =
        (call.wantsImmutableIds() ? mailbox.contact(id) : mailbox.contactByMutableId(id))
            .orElseThrow(() -> missing(id));
    boolean elsewhere = !route.folderId().isEmpty() && contact.folder() != folder();
    boolean gone = behaviour.has(Quirk.BINNED_CONTACTS_GONE) && mailbox.isBinned(contact.folder());
    if (elsewhere || gone) {
      throw GraphError.notFound();
    }
    return contact;
  }

  private static GraphError missing(String id) {
    return ItemIds.wellFormed(id)
        ? GraphError.notFound()
        : GraphError.invalidRequest("ErrorInvalidIdMalformed", "Id is malformed.");
  }
}
