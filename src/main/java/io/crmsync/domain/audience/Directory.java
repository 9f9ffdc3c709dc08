package io.crmsync.domain.audience;

import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CRM's users and groups, as one complete reading of both gave them. Who is not in it is
 * inactive (R3); a group that is not in it has no members (R6).
 */
public final class Directory {
  private final Map<UserId, CrmUser> users;
  private final Map<GroupId, Set<UserId>> groups;
  private final Map<String, Set<UserId>> naming;

  public Directory(Collection<CrmUser> users, Map<GroupId, Set<UserId>> groups) {
    this.users =
        users.stream().collect(Collectors.toUnmodifiableMap(CrmUser::id, Function.identity()));
    this.groups =
        groups.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    this.naming =
        users.stream()
            .filter(CrmUser::active)
            .flatMap(Directory::byMailbox)
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
  }

  private static Stream<Map.Entry<String, UserId>> byMailbox(CrmUser user) {
    return user.mailbox().stream().map(address -> Map.entry(address.folded(), user.id()));
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

  /** The active users who name this mailbox. */
  public Set<UserId> naming(MailboxAddress address) {
    return naming.getOrDefault(address.folded(), Set.of());
  }

  /** Whether any active user names this mailbox: it is hers, whoever had it before. */
  public boolean named(MailboxAddress address) {
    return !naming(address).isEmpty();
  }

  /** Whether two active users name this mailbox, so that it is parked (R22). */
  public boolean mailboxTwice(MailboxAddress address) {
    return naming(address).size() > 1;
  }

  /** Whether two active users name the mailbox that this user names, so that it is parked (R22). */
  public boolean mailboxTwice(CrmUser user) {
    return user.mailbox().filter(this::mailboxTwice).isPresent();
  }

  public long activeUsers() {
    return users.values().stream().filter(CrmUser::active).count();
  }
}
