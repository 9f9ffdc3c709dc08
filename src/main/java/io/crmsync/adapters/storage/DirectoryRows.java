package io.crmsync.adapters.storage;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reading of users and groups as rows of one partition: its version. */
final class DirectoryRows {
  private static final int MEMBERS_PER_ROW = 1000;
  private static final String USER = "user!";
  private static final String GROUP = "group!";

  private DirectoryRows() {}

  static List<NewRow> write(Directory directory, String version, StorageTable table) {
    List<NewRow> rows = new ArrayList<>();
    directory.users().values().forEach(user -> rows.add(write(user, version, table)));
    directory.groups().forEach((group, members) -> write(group, members, version, table, rows));
    return rows;
  }

  static Directory read(List<StoredRow> rows) {
    List<CrmUser> users = new ArrayList<>();
    Map<GroupId, Set<UserId>> groups = new HashMap<>();
    for (StoredRow row : rows) {
      if (row.key().startsWith(USER)) {
        users.add(user(row));
      } else {
        groups
            .computeIfAbsent(new GroupId(row.text("group")), absent -> new HashSet<>())
            .addAll(row.ids("members", UserId::new));
      }
    }
    return new Directory(users, groups);
  }

  private static NewRow write(CrmUser user, String version, StorageTable table) {
    return table
        .row(version, USER + user.id())
        .text("user", user.id().value())
        .text("mailbox", user.mailbox().map(MailboxAddress::value))
        .flag("active", user.active());
  }

  /** At least one row, or an empty group would look like one that the CRM does not have. */
  private static void write(
      GroupId group, Set<UserId> members, String version, StorageTable table, List<NewRow> rows) {
    List<UserId> sorted = members.stream().sorted().toList();
    int part = 0;
    do {
      int start = part * MEMBERS_PER_ROW;
      int end = Math.min(sorted.size(), start + MEMBERS_PER_ROW);
      rows.add(
          table
              .row(version, GROUP + group + "!" + part)
              .text("group", group.value())
              .ids("members", sorted.subList(start, end)));
      part++;
    } while (part * MEMBERS_PER_ROW < sorted.size());
  }

  private static CrmUser user(StoredRow row) {
    return new CrmUser(
        new UserId(row.text("user")),
        row.optional("mailbox").flatMap(MailboxAddress::of),
        row.flag("active"));
  }
}
