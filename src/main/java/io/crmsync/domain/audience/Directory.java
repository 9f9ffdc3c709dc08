package io.crmsync.domain.audience;

import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The CRM's users and groups, as one complete reading of both gave them. Who is not in it is
 * inactive (R3); a group that is not in it has no members (R6).
 */
public final class Directory {
  private final Map<UserId, CrmUser> users;
  private final Map<GroupId, Set<UserId>> groups;
  private final Set<String> named;
  private final Set<String> sharedMailboxes;

  public Directory(Collection<CrmUser> users, Map<GroupId, Set<UserId>> groups) {
    this.users =
        users.stream().collect(Collectors.toUnmodifiableMap(CrmUser::id, Function.identity()));
    this.groups =
        groups.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    this.named =
        users.stream()
            .filter(CrmUser::active)
            .map(user -> user.mailbox().folded())
            .collect(Collectors.toUnmodifiableSet());
    this.sharedMailboxes = namedTwice(users);
  }

  private static Set<String> namedTwice(Collection<CrmUser> users) {
    Set<String> seen = new HashSet<>();
    return users.stream()
        .filter(CrmUser::active)
        .map(user -> user.mailbox().folded())
        .filter(address -> !seen.add(address))
        .collect(Collectors.toUnmodifiableSet());
  }

  public Map<UserId, CrmUser> users() {
    return users;
  }

  public Map<GroupId, Set<UserId>> groups() {
    return groups;
  }

  public Optional<CrmUser> user(UserId id) {
    return Optional.ofNullable(users.get(id));
  }

  public boolean active(UserId id) {
    return user(id).map(CrmUser::active).orElse(false);
  }

  public boolean has(GroupId group) {
    return groups.containsKey(group);
  }

  public boolean member(GroupId group, UserId user) {
    return groups.getOrDefault(group, Set.of()).contains(user);
  }

  /** Whether any active user names this mailbox: it is hers, whoever had it before. */
  public boolean named(MailboxAddress address) {
    return named.contains(address.folded());
  }

  /** Whether two active users name this mailbox, so that it is parked (R22). */
  public boolean mailboxTwice(MailboxAddress address) {
    return sharedMailboxes.contains(address.folded());
  }

  public long activeUsers() {
    return users.values().stream().filter(CrmUser::active).count();
  }
}
