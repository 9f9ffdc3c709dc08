package io.crmsync.sync;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose mailboxes a walk comes to: those of the active users, and those of former ones as far as
 * anything was ever written there. Who is outside the pilot is left alone (R5).
 */
final class MailboxRoster {
  private final DirectoryStore directories;
  private final MailboxStore mailboxes;
  private final AudiencePolicy policy;

  MailboxRoster(DirectoryStore directories, MailboxStore mailboxes, AudiencePolicy policy) {
    this.directories = directories;
    this.mailboxes = mailboxes;
    this.policy = policy;
  }

  /** In order of id, from the first one behind this one; empty text: from the first of all. */
  List<UserId> behind(String cursor) {
    Directory directory = directories.current().orElseThrow();
    Set<UserId> users = new TreeSet<>(activeOf(directory));
    Set<String> taken = addressesOf(directory);
    mailboxes.all().stream()
        .filter(state -> lastKnownIsFree(state, taken))
        .forEach(state -> users.add(state.user()));
    return users.stream()
        .filter(user -> user.value().compareTo(cursor) > 0)
        .filter(user -> inPilot(directory, user))
        .toList();
  }

  private static Set<UserId> activeOf(Directory directory) {
    Set<UserId> active = new HashSet<>(directory.users().keySet());
    active.removeIf(user -> !directory.active(user));
    return active;
  }

  private static Set<String> addressesOf(Directory directory) {
    Set<String> addresses = new HashSet<>();
    directory.users().values().stream()
        .filter(CrmUser::active)
        .forEach(user -> addresses.add(user.mailbox().folded()));
    return addresses;
  }

  /** A mailbox that was handed on is its new user's, and so is all that is in it. */
  private static boolean lastKnownIsFree(MailboxState state, Set<String> taken) {
    return state.address().map(MailboxAddress::folded).filter(a -> !taken.contains(a)).isPresent();
  }

  private boolean inPilot(Directory directory, UserId user) {
    return policy.pilot().map(group -> directory.member(group, user)).orElse(true);
  }
}
