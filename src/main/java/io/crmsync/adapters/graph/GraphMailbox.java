package io.crmsync.adapters.graph;

import com.microsoft.graph.models.Contact;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import com.microsoft.graph.users.item.contacts.item.ContactItemRequestBuilder;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.plan.ContactPatch;
import io.crmsync.domain.plan.FolderEntry;
import io.crmsync.domain.plan.FolderId;
import io.crmsync.domain.plan.OutlookContact;
import io.crmsync.domain.plan.OutlookId;
import io.crmsync.domain.plan.Removal;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

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
  public Map<FolderId, String> folders() {
    return tree.all();
  }

  @Override
  public Optional<FolderId> findFolder(String name) {
    return tree.find(name);
  }

  @Override
  public FolderId createFolder(String name) {
    return tree.create(name);
  }

  @Override
  public boolean hasFolder(FolderId folder) {
    return believed(tree.has(folder));
  }

  @Override
  public List<FolderEntry> list(FolderId folder) {
    return search(folder).all();
  }

  @Override
  public List<FolderEntry> find(FolderId folder, ContactId contact, String email) {
    return search(folder).of(contact, email);
  }

  @Override
  public Optional<OutlookContact> read(OutlookId id) {
    return believed(calls.find(GraphOperation.GET_CONTACT, () -> ContactAnswer.whole(fetched(id))));
  }

  @Override
  public OutlookId create(FolderId folder, ContactPatch content) {
    Contact body = ContactBody.of(content);
    return calls.send(
        GraphOperation.CREATE_CONTACT,
        () ->
            ContactAnswer.id(
                Objects.requireNonNull(
                    user.contactFolders()
                        .byContactFolderId(folder.value())
                        .contacts()
                        .post(body))));
  }

  @Override
  public Optional<FolderId> update(OutlookId id, ContactPatch change) {
    try {
      return patched(id, change);
    } catch (MailboxRefused refused) {
      if (!FaxClearing.isIn(change)) {
        throw refused;
      }
      return patched(id, FaxClearing.byBlank(change));
    }
  }

  @Override
  public boolean remove(OutlookId id, Removal how) {
    return believed(
        switch (how) {
          case SOFT -> calls.perform(GraphOperation.DELETE_CONTACT, () -> contact(id).delete());
          case PERMANENT -> purge(id);
        });
  }

  /** Where permanentDelete does not exist, its 404 sounds like that of a missing mailbox. */
  private boolean purge(OutlookId id) {
    try {
      return calls.perform(
          GraphOperation.PERMANENT_DELETE, () -> contact(id).permanentDelete().post());
    } catch (MailboxClosed closed) {
      tree.defaultFolder();
      throw new MailboxRefused("permanentDeleteUnavailable", String.valueOf(closed.getMessage()));
    }
  }

  private Optional<FolderId> patched(OutlookId id, ContactPatch change) {
    Contact body = ContactBody.of(change);
    return believed(
        calls.find(
            GraphOperation.UPDATE_CONTACT,
            () -> ContactAnswer.folder(Objects.requireNonNull(contact(id).patch(body)))));
  }

  private Contact fetched(OutlookId id) {
    Contact answer =
        contact(id)
            .get(
                request -> {
                  request.queryParameters.select = ContactQuery.wholeContact();
                  request.queryParameters.expand = ContactQuery.withMarkAndFax();
                });
    return Objects.requireNonNull(answer);
  }

  /** A missing mailbox may give the same 404 as a missing contact: asked before it is believed. */
  private <T> Optional<T> believed(Optional<T> answer) {
    believed(answer.isPresent());
    return answer;
  }

  private boolean believed(boolean there) {
    if (!there) {
      tree.defaultFolder();
    }
    return there;
  }

  private ContactItemRequestBuilder contact(OutlookId id) {
    return user.contacts().byContactId(id.value());
  }

  private ContactSearch search(FolderId folder) {
    return new ContactSearch(
        calls,
        user.contactFolders().byContactFolderId(folder.value()).contacts(),
        filtersCannotBeJoined);
  }
}
