package io.crmsync.sync.walk;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.sync.world.People;
import java.util.Optional;
import java.util.Set;

/** What changes in the CRM during a walk. */
final class WalkCrm {
  private static final GroupId GROUP = new GroupId("g1");

  private final Walk walk;
  private Set<UserId> members = Set.of();

  WalkCrm(Walk walk) {
    this.walk = walk;
  }

  void edit() {
    ContactId id = walk.anyContact();
    CrmContact contact = walk.contact(id);
    switch (walk.random.nextInt(10)) {
      case 0, 1, 2 -> walk.put(People.position(contact, "Position " + walk.number()));
      case 3 -> walk.put(People.city(contact, "City " + walk.number()));
      case 4 -> walk.put(People.first(contact, walk.oneIn(4) ? "Deceased" : "N" + walk.number()));
      case 5 -> walk.put(People.email(contact, walk.oneIn(4) ? WalkModel.BROKEN : mail()));
      case 6 -> walk.put(People.team(contact, team()));
      case 7 -> walk.put(People.security(contact, security()));
      case 8 -> changeStanding(id, contact);
      default -> changeDirectory();
    }
  }

  private String mail() {
    return switch (walk.random.nextInt(4)) {
      case 0 -> "m" + walk.number() + WalkAddresses.COLLEAGUES;
      case 1 -> WalkAddresses.UMLAUT + walk.number() + "@example.com";
      default -> "m" + walk.number() + "@example.com";
    };
  }

  private String[] team() {
    return walk.anyUsers().stream().map(UserId::value).toArray(String[]::new);
  }

  private ViewSecurity security() {
    return switch (walk.random.nextInt(4)) {
      case 0 ->
          new ViewSecurity(
              ViewSecurity.Scope.PRIVATE, Optional.of(new UserId(walk.anyUser())), Set.of());
      case 1 -> new ViewSecurity(ViewSecurity.Scope.GROUP, Optional.empty(), Set.of(GROUP));
      default -> ViewSecurity.EVERYONE;
    };
  }

  private void changeStanding(ContactId id, CrmContact contact) {
    switch (walk.random.nextInt(4)) {
      case 0 ->
          walk.put(
              People.status(contact, walk.either(ContactStatus.ACTIVE, ContactStatus.INACTIVE)));
      case 1 ->
          walk.put(People.kind(contact, walk.either(ContactKind.PERSON, ContactKind.ORGANIZATION)));
      default -> deleteOrBringBack(id, contact);
    }
  }

  private void deleteOrBringBack(ContactId id, CrmContact contact) {
    if (walk.gone.contains(id)) {
      walk.put(contact);
      return;
    }
    walk.world.crm.delete(id);
    walk.gone.add(id);
    walk.tell("crm deletes " + id);
  }

  private void changeDirectory() {
    if (walk.random.nextBoolean()) {
      group(walk.anyUsers());
      return;
    }
    String user = walk.anyUser();
    if (!walk.inactive.add(user)) {
      walk.inactive.remove(user);
    }
    walk.publish(user);
    walk.tell(user + (walk.inactive.contains(user) ? " inactive" : " active"));
  }

  /** Who is in the group. */
  Set<UserId> members() {
    return members;
  }

  /** The CRM tells of no group. */
  void dropGroup() {
    walk.world.crm.dropGroup(GROUP.value());
  }

  void group(Set<UserId> newMembers) {
    members = newMembers;
    walk.model.group(GROUP, Set.copyOf(members));
    walk.world.crm.putGroup(GROUP.value(), members);
    walk.tell("group is " + members);
  }
}
