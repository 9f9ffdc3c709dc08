package io.crmsync.adapters.graph;

import com.microsoft.graph.models.ContactFolder;
import com.microsoft.graph.models.ContactFolderCollectionResponse;
import com.microsoft.graph.users.item.contactfolders.ContactFoldersRequestBuilder;
import com.microsoft.graph.users.item.contactfolders.item.ContactFolderItemRequestBuilder;
import com.microsoft.graph.users.item.contactfolders.item.childfolders.ChildFoldersRequestBuilder;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxRefused;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The contact folders of one mailbox. The list of them leaves out the default one. */
final class FolderTree {
  private static final String DEFAULT = "contacts";
  private static final String[] COLUMNS = {"id", "displayName"};

  private final GraphCalls calls;
  private final ContactFoldersRequestBuilder folders;

  FolderTree(GraphCalls calls, ContactFoldersRequestBuilder folders) {
    this.calls = calls;
    this.folders = folders;
  }

  Map.Entry<FolderId, String> defaultFolder() {
    return calls.send(GraphOperation.GET_DEFAULT_FOLDER, () -> named(get(DEFAULT)));
  }

  boolean has(FolderId folder) {
    return calls.find(GraphOperation.GET_FOLDER, () -> named(get(folder.value()))).isPresent();
  }

  /**
   * One request for the default folder, one for those beside it, and one for each one's children.
   */
  Map<FolderId, String> all() {
    Map<FolderId, String> found = new LinkedHashMap<>();
    Deque<Map.Entry<FolderId, String>> open = new ArrayDeque<>();
    open.add(defaultFolder());
    open.addAll(besideDefault());
    while (!open.isEmpty()) {
      Map.Entry<FolderId, String> next = open.remove();
      if (found.putIfAbsent(next.getKey(), next.getValue()) == null) {
        open.addAll(children(next.getKey()));
      }
    }
    return found;
  }

  /** Those beside the default one. */
  Map<FolderId, String> beside() {
    Map<FolderId, String> found = new LinkedHashMap<>();
    besideDefault().forEach(folder -> found.putIfAbsent(folder.getKey(), folder.getValue()));
    return found;
  }

  /** Those directly below the default one. */
  Map<FolderId, String> belowDefault() {
    Map<FolderId, String> found = new LinkedHashMap<>();
    children(new FolderId(DEFAULT))
        .forEach(folder -> found.putIfAbsent(folder.getKey(), folder.getValue()));
    return found;
  }

  /**
   * Someone, or we in another instance, may have been faster; or the name is that of something that
   * is no contact folder, and so not in any list: then the folder is made below the default one.
   *
   * @param find the contact folder of the name
   */
  FolderId create(String name, Supplier<Optional<FolderId>> find) {
    return post(name, folders::post)
        .or(find)
        .or(() -> post(name, folders.byContactFolderId(DEFAULT).childFolders()::post))
        .or(find)
        .orElseThrow(FolderTree::neitherMadeNorFound);
  }

  /** Empty: there is something of the name. */
  private Optional<FolderId> post(String name, UnaryOperator<ContactFolder> request) {
    try {
      return Optional.of(
          calls.send(
              GraphOperation.CREATE_FOLDER,
              () -> named(Objects.requireNonNull(request.apply(called(name)), "folder")).getKey()));
    } catch (MailboxRefused refused) {
      if (refused.code().equals(GraphFailures.FOLDER_EXISTS)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static ContactFolder called(String name) {
    ContactFolder folder = new ContactFolder();
    folder.setDisplayName(name);
    return folder;
  }

  /** One that is being made or deleted just now: later it is one or the other. */
  private static MailboxBusy neitherMadeNorFound() {
    return new MailboxBusy(
        MailboxBusy.Cause.OUTCOME_UNKNOWN, GraphFailures.FOLDER_EXISTS, Optional.empty());
  }

  private ContactFolder get(String id) {
    ContactFolderItemRequestBuilder folder = folders.byContactFolderId(id);
    ContactFolder answer = folder.get(request -> request.queryParameters.select = COLUMNS.clone());
    return Objects.requireNonNull(answer, "folder");
  }

  private List<Map.Entry<FolderId, String>> besideDefault() {
    return Pages.all(
        calls,
        GraphOperation.LIST_FOLDERS,
        () ->
            folders.get(
                request -> {
                  request.queryParameters.top = ContactQuery.LARGEST_PAGE;
                  request.queryParameters.select = COLUMNS.clone();
                }),
        link -> folders.withUrl(link).get(),
        this::readable);
  }

  /** None if the folder has gone meanwhile. */
  private List<Map.Entry<FolderId, String>> children(FolderId folder) {
    ChildFoldersRequestBuilder children = folders.byContactFolderId(folder.value()).childFolders();
    try {
      return Pages.all(
          calls,
          GraphOperation.LIST_CHILD_FOLDERS,
          () ->
              children.get(
                  request -> {
                    request.queryParameters.top = ContactQuery.LARGEST_PAGE;
                    request.queryParameters.select = COLUMNS.clone();
                  }),
          link -> children.withUrl(link).get(),
          this::readable);
    } catch (ItemAbsent e) {
      return List.of();
    }
  }

  /** One odd folder stops nobody. */
  private List<Map.Entry<FolderId, String>> readable(ContactFolderCollectionResponse page) {
    List<ContactFolder> values = Optional.ofNullable(page.getValue()).orElseThrow();
    return calls.readable(
        values,
        folder ->
            Optional.ofNullable(folder)
                .filter(some -> some.getId() != null)
                .map(FolderTree::named));
  }

  private static Map.Entry<FolderId, String> named(ContactFolder folder) {
    return Map.entry(
        new FolderId(Objects.requireNonNull(folder.getId(), "id")),
        Optional.ofNullable(folder.getDisplayName()).orElse(""));
  }
}
