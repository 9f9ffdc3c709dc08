package io.crmsync.adapters.storage;

import io.crmsync.domain.base.Digest;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose a mailbox was found to be, in the table Mailboxes: a partition for each mailbox, which
 * sorts before every user id and can be none, with a row for each user.
 */
final class MailboxOwnerRows {
  private final StorageTable table;

  MailboxOwnerRows(StorageTable mailboxes) {
    this.table = mailboxes;
  }

  /** Written before the others are read: of two at once, the later one sees both. */
  Set<UserId> add(FolderId defaultFolder, UserId user) {
    table.put(table.row(partition(defaultFolder), user.value()));
    return of(defaultFolder);
  }

  Set<UserId> of(FolderId defaultFolder) {
    return table.where(Filter.partition(partition(defaultFolder))).all().stream()
        .map(row -> new UserId(row.key()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Graph's ids may hold characters that keys may not. */
  private static String partition(FolderId defaultFolder) {
    return "!owners!" + Digest.short96(defaultFolder.value());
  }
}
