package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import com.microsoft.graph.users.item.contactfolders.item.contacts.ContactsRequestBuilder;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One user's contacts by Graph. Thread-safe. */
final class GraphMailbox implements Mailbox {
  private final GraphCalls calls;
  private final UserItemRequestBuilder user;
  private final FolderTree tree;
  private final AtomicBoolean filtersCannotBeJoined;

  GraphMailbox(GraphCalls calls, UserItemRequestBuilder user, AtomicBoolean filtersCannotBeJoined) {
    this.calls = calls;
    this.user = user;
    this.tree = new FolderTree(calls, user.contactFolders());
    this.filtersCannotBeJoined = filtersCannotBeJoined;
  }

  @Override
  public FolderId defaultFolder() {
    return tree.defaultFolder().getKey();
  }

  @Override
  public String defaultFolderName() {
    return tree.defaultFolder().getValue();
  }

  @Override
  public Map<FolderId, String> foldersBelowDefault() {
    return tree.belowDefault();
  }

  @Override
  public Map<FolderId, String> folders() {
    return tree.all();
  }

  @Override
  public Map<FolderId, String> foldersBeside() {
    return tree.beside();
  }

  @Override
  public FolderId createFolder(String name) {
    return tree.create(name, () -> findFolder(name));
  }

  @Override
  public boolean hasFolder(FolderId folder) {
    return believed(tree.has(folder));
  }

  @Override
  public List<FolderEntry> list(FolderId folder) {
    return inFolder(() -> search(folder).all());
  }

  @Override
  public List<FolderEntry> find(FolderId folder, ContactId contact, String email) {
    return inFolder(() -> search(folder).of(contact, email));
  }

  @Override
  public Optional<OutlookContact> read(OutlookId id) {
    return believed(item(id).read());
  }

  @Override
  public WriteAnswer create(FolderId folder, ContactPatch content) {
    Contact body = ContactBody.of(content);
    return inFolder(
        () ->
            calls.send(
                GraphOperation.CREATE_CONTACT,
                () ->
                    ContactAnswer.toWrite(
                        Objects.requireNonNull(contactsOf(folder).post(body)),
                        Optional.of(folder))));
  }

  @Override
  public Optional<WriteAnswer> update(OutlookId id, ContactPatch change) {
    return believed(item(id).update(change));
  }

  @Override
  public boolean unmark(OutlookId id) {
    return believed(item(id).unmark());
  }

  /** Where permanentDelete does not exist, its 404 sounds like that of a missing mailbox. */
  @Override
  public boolean remove(OutlookId id, Removal how) {
    try {
      return believed(item(id).remove(how));
    } catch (MailboxClosed closed) {
      if (how == Removal.PERMANENT && closed.kind() == MailboxClosed.Cause.MISSING) {
        defaultFolder();
        throw new MailboxRefused("permanentDeleteUnavailable", String.valueOf(closed.getMessage()));
      }
      throw closed;
    }
  }

  /** A missing mailbox may give the 404 of a missing contact or folder: asked before believed. */
  private <T> Optional<T> believed(Optional<T> answer) {
    believed(answer.isPresent());
    return answer;
  }

  private <T> T inFolder(Supplier<T> work) {
    try {
      return work.get();
    } catch (FolderGone gone) {
      defaultFolder();
      throw gone;
    }
  }

  private boolean believed(boolean there) {
    if (!there) {
      defaultFolder();
    }
    return there;
  }

  private ContactItem item(OutlookId id) {
    return new ContactItem(calls, user.contacts().byContactId(id.value()));
  }

  private ContactSearch search(FolderId folder) {
    return new ContactSearch(calls, contactsOf(folder), filtersCannotBeJoined);
  }

  private ContactsRequestBuilder contactsOf(FolderId folder) {
    return user.contactFolders().byContactFolderId(folder.value()).contacts();
  }
}
