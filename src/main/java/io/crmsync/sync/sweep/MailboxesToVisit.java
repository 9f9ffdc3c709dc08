package io.crmsync.sync.sweep;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.MailboxStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose mailboxes a sweep comes to: those of the active users, and those of former ones as far as
 * anything was ever written there. Who is outside the pilot is left alone (R5).
 */
final class MailboxesToVisit {
  private final DirectoryStore directories;
  private final MailboxStore mailboxes;
  private final AudiencePolicy policy;

  MailboxesToVisit(DirectoryStore directories, MailboxStore mailboxes, AudiencePolicy policy) {
    this.directories = directories;
    this.mailboxes = mailboxes;
    this.policy = policy;
  }

  /**
   * In order of id. A reassigned mailbox is visited as its new user's.
   *
   * @param cursor the id of the user before the first; empty text: from the first of all
   */
  List<UserId> behind(String cursor) {
    Directory directory = directories.current().orElseThrow();
    Set<UserId> users = new TreeSet<>(activeOf(directory));
    mailboxes.all().stream()
        .filter(state -> state.address().filter(at -> !directory.named(at)).isPresent())
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

  private boolean inPilot(Directory directory, UserId user) {
    return policy.reaches(user, directory);
  }
}
