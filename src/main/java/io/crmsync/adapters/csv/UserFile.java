package io.crmsync.adapters.csv;

import io.crmsync.adapters.csv.Rows.Row;
import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.Text;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles;
import io.crmsync.sync.port.SourceFiles.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The users and their groups: headings {@code id}, {@code mailbox}, {@code active} and, where there
 * are groups, {@code groups}, separated by semicolons. As strict as the feed's: who is missing here
 * is inactive, so that one row that cannot be read spoils the whole (R17).
 */
final class UserFile {
  static final String NAME = "users.csv";

  private static final String ID = "id";
  private static final String MAILBOX = "mailbox";
  private static final String ACTIVE = "active";
  private static final String GROUPS = "groups";
  private static final Set<String> KNOWN = Set.of(ID, MAILBOX, ACTIVE, GROUPS);
  private static final Map<String, Boolean> FLAGS =
      Map.of("true", true, "yes", true, "1", true, "false", false, "no", false, "0", false);
  private static final String RESERVED = "me";
  private static final int MOST_USERS = 100_000;
  private static final int MOST_MEMBERS = 2_000_000;

  private final SourceFile file;
  private final Map<UserId, CrmUser> users = new HashMap<>();
  private final Map<GroupId, Set<UserId>> groups = new HashMap<>();
  private int members;

  private UserFile(SourceFile file) {
    this.file = file;
  }

  /**
   * Reads it.
   *
   * @throws CrmBroken it is not whole, or a row cannot be read
   */
  static Directory read(SourceFiles files, SourceFile file) {
    UserFile reading = new UserFile(file);
    try (Rows rows = Rows.open(files, file, Encoding.of(files, file), UserFile::meaning)) {
      while (rows.hasNext()) {
        reading.take(rows.next());
      }
    }
    if (reading.users.isEmpty()) {
      throw FileFailure.of(file, "has no record");
    }
    return new Directory(reading.users.values(), reading.groups);
  }

  private static Set<String> meaning(Set<String> headings) {
    Set<String> found =
        headings.stream()
            .filter(heading -> KNOWN.contains(folded(heading)))
            .collect(Collectors.toSet());
    KNOWN.stream().sorted().forEach(name -> checkOnce(name, found));
    return found;
  }

  private static void checkOnce(String name, Set<String> found) {
    long times = found.stream().filter(heading -> folded(heading).equals(name)).count();
    if (times > 1) {
      throw new CrmBroken("the heading " + name + " is there twice");
    }
    if (times == 0 && !name.equals(GROUPS)) {
      throw new CrmBroken("the heading " + name + " is missing");
    }
  }

  private static String folded(String heading) {
    return heading.toLowerCase(Locale.ROOT);
  }

  private void take(Row row) {
    Map<String, String> values = new HashMap<>();
    row.values().forEach((heading, value) -> values.put(folded(heading), Text.normal(value)));
    UserId id = id(row, ID, values.getOrDefault(ID, ""), UserId::new);
    refuseIf(id.value().equals(RESERVED), row, "id: reserved");
    Boolean active = FLAGS.get(folded(values.getOrDefault(ACTIVE, "")));
    if (active == null) {
      throw FileFailure.at(file, row.line(), "active: neither true nor false");
    }
    CrmUser user = new CrmUser(id, MailboxAddress.of(values.getOrDefault(MAILBOX, "")), active);
    refuseIf(users.put(id, user) != null, row, "id: the same as in a line before");
    refuseIf(users.size() > MOST_USERS, row, "more than " + MOST_USERS + " users");
    for (String group : values.getOrDefault(GROUPS, "").split(";", -1)) {
      if (!group.isBlank()) {
        join(id, id(row, GROUPS, Text.normal(group), GroupId::new));
      }
    }
    refuseIf(members > MOST_MEMBERS, row, "more than " + MOST_MEMBERS + " members of groups");
  }

  private void join(UserId user, GroupId group) {
    groups.computeIfAbsent(group, any -> new HashSet<>()).add(user);
    members++;
  }

  private <I> I id(Row row, String heading, String text, Function<String, I> form) {
    try {
      return form.apply(text);
    } catch (IllegalArgumentException e) {
      throw FileFailure.at(file, row.line(), heading + ": not an id");
    }
  }

  private void refuseIf(boolean broken, Row row, String rule) {
    if (broken) {
      throw FileFailure.at(file, row.line(), rule);
    }
  }
}
