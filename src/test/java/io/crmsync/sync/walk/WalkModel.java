package io.crmsync.sync.walk;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules in their plainest form, for the random walk: who must have which contact, and what must
 * stand in the one field that is followed, after a night. Shares no code with the application's
 * rules.
 */
final class WalkModel {
  /** The one e-mail address of the walk that no mail can be sent to. */
  static final String BROKEN = "broken";

  private static final String UNKNOWN = "(unknown)";

  /** One copy in a mailbox, as the rules want it. */
  static final class Copy {
    String position;
    String base;
    String email;

    Copy(CrmContact contact) {
      this.position = contact.position();
      this.base = contact.position();
      this.email = contact.email();
    }
  }

  /** What is known of a pair: a copy; none but held once and deleted by the user; or nothing. */
  private final Map<String, Copy> copies = new HashMap<>();

  private final Set<String> deletedByUser = new HashSet<>();
  private final Map<String, String> contentWhenDone = new HashMap<>();
  private final WalkUndecided undecided = new WalkUndecided();
  private final Map<GroupId, Set<UserId>> groups = new HashMap<>();

  void group(GroupId group, Set<UserId> members) {
    groups.put(group, members);
  }

  Map<String, Copy> copies() {
    return copies;
  }

  static String userOf(String key) {
    return key.substring(0, key.indexOf('/'));
  }

  static String contactOf(String key) {
    return key.substring(key.indexOf('/') + 1);
  }

  static String key(String user, ContactId contact) {
    return user + "/" + contact.value();
  }

  void userEdits(String key, String position) {
    Optional.ofNullable(copies.get(key)).orElseThrow().position = position;
  }

  void userDeletes(String key) {
    copies.remove(key);
    deletedByUser.add(key);
  }

  /**
   * While the application may be writing. Where this very field is being changed, or the copy may
   * have been made anew after a deletion, nobody can tell here which of the two came first, and
   * either may stand (R10); else the user's edit stays.
   */
  void userEditsMeanwhile(String key, CrmContact contact, String position) {
    Optional<Copy> copy = Optional.ofNullable(copies.get(key));
    copy.ifPresent(known -> known.position = position);
    if (copy.isEmpty() || undecided.isDeleted(key) || !copy.get().base.equals(contact.position())) {
      undecided.edited(key, position);
    }
  }

  /**
   * While the application may be writing. Where a synchronised field is being changed, the change
   * came before the deletion, or after it and brings the contact back (R14); else it stays deleted.
   */
  void userDeletesMeanwhile(String key, CrmContact contact) {
    boolean changing =
        !copies.containsKey(key)
            || (actionable(contact) && !content(contact).equals(contentWhenDone.get(key)));
    if (changing) {
      undecided.deleted(key);
    } else {
      userDeletes(key);
    }
  }

  /** Whether a deletion may still turn out either way. */
  boolean mayBeDeleted(String key) {
    return undecided.isDeleted(key);
  }

  /**
   * What came of the user's deeds that could go either way; told after {@link #night}.
   *
   * @param positions of the copies that are there
   */
  void settle(String key, CrmContact contact, List<String> positions) {
    Optional<Copy> copy = Optional.ofNullable(copies.get(key));
    if (copy.isPresent() && undecided.isDeleted(key)) {
      copy.get().position = contact.position(); // made anew, if at all
      if (positions.isEmpty()) {
        userDeletes(key);
      }
    }
    undecided
        .edit(key)
        .filter(edit -> positions.equals(List.of(edit)))
        .ifPresent(edit -> copy.ifPresent(known -> known.position = edit));
    undecided.forget(key);
  }

  /** Taken out of Deleted Items as it was. */
  void userRestores(String key, Copy copy) {
    copies.put(key, copy);
    deletedByUser.remove(key);
  }

  /**
   * Nothing is known of the user's pairs any more: copies are found by their mark, and the CRM's
   * value is sent where another stands (R12); what the user deleted is not known to be deleted.
   */
  void losesPairs(String user) {
    copies.forEach(
        (key, copy) -> {
          if (userOf(key).equals(user)) {
            copy.base = UNKNOWN;
          }
        });
    forget(user);
  }

  /** Likewise, or not: whatever a user did since the CRM's last change may stand, or not. */
  void mayHaveLostPairs(String user) {
    ofUser(deletedByUser, user).forEach(undecided::deleted);
    ofUser(copies.keySet(), user)
        .forEach(
            key ->
                undecided.edited(key, Optional.ofNullable(copies.get(key)).orElseThrow().position));
    losesPairs(user);
  }

  /** Another mailbox: nothing is there (R22). */
  void beginsAnew(String user) {
    ofUser(copies.keySet(), user).forEach(copies::remove);
    forget(user);
  }

  private void forget(String user) {
    ofUser(deletedByUser, user).forEach(deletedByUser::remove);
    ofUser(contentWhenDone.keySet(), user).forEach(contentWhenDone::remove);
  }

  private static Set<String> ofUser(Set<String> keys, String user) {
    return keys.stream().filter(key -> userOf(key).equals(user)).collect(Collectors.toSet());
  }

  /** The user asks on the right-click: what was deleted comes back (R14). */
  void userAsks(String key, CrmContact contact) {
    if (actionable(contact)) {
      bring(key, contact, true);
    }
  }

  /** A night in which the guard lets everything through. */
  void night(String user, boolean active, CrmContact contact, boolean gone, boolean listedHere) {
    String key = key(user, contact.id());
    boolean may = entitled(user, active, contact, gone, listedHere);
    if (!may) {
      copies.remove(key);
      deletedByUser.remove(key);
      contentWhenDone.remove(key);
    } else if (actionable(contact)) {
      bring(key, contact, false);
    }
  }

  boolean entitled(
      String user, boolean active, CrmContact contact, boolean gone, boolean listedHere) {
    return !gone
        && active
        && contact.kind().synchronises()
        && contact.status() == ContactStatus.ACTIVE
        && sees(user, contact)
        && (listedHere || contact.access().coverageTeam().contains(new UserId(user)));
  }

  private void bring(String key, CrmContact contact, boolean asked) {
    String content = content(contact);
    boolean changed = !content.equals(contentWhenDone.get(key));
    Copy copy = copies.get(key);
    if (copy == null && (changed || asked)) {
      copies.put(key, new Copy(contact));
      deletedByUser.remove(key);
      contentWhenDone.put(key, content);
    } else if (copy != null) {
      if (!copy.base.equals(contact.position())) {
        copy.position = contact.position();
        copy.base = contact.position();
      }
      copy.email = contact.email();
      contentWhenDone.put(key, content);
    }
  }

  static boolean actionable(CrmContact contact) {
    return contact.kind() != ContactKind.ORGANIZATION
        && contact.status() == ContactStatus.ACTIVE
        && !contact.name().first().toLowerCase(java.util.Locale.ROOT).contains("deceased")
        && !contact.email().equals(BROKEN);
  }

  private boolean sees(String user, CrmContact contact) {
    ViewSecurity security = contact.access().viewSecurity();
    UserId id = new UserId(user);
    return switch (security.scope()) {
      case PUBLIC -> true;
      case PRIVATE -> security.owner().isPresent() && security.owner().get().equals(id);
      case GROUP ->
          security.groups().stream().anyMatch(g -> groups.getOrDefault(g, Set.of()).contains(id));
    };
  }

  /** The synchronised fields that the walk changes. */
  private static String content(CrmContact contact) {
    return contact.name().first()
        + "|"
        + contact.position()
        + "|"
        + contact.email()
        + "|"
        + contact.businessAddress().city();
  }
}
