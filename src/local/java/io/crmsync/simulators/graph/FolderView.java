package io.crmsync.simulators.graph;

/**
 * A folder as its owner sees it, at one moment.
 *
 * @param id its id
 * @param displayName its name
 * @param parentFolderId the folder it is in
 * @param wellKnownName {@code contacts}, {@code deleteditems}, or an empty text
 * @param binned whether it is Deleted Items or somewhere below it
 */
public record FolderView(
    String id, String displayName, String parentFolderId, String wellKnownName, boolean binned) {

  static FolderView of(Mailbox mailbox, Folder folder) {
    return new FolderView(
        folder.id(),
        folder.displayName(),
        folder.parentId(),
        folder.wellKnownName(),
        mailbox.isBinned(folder));
  }
}
