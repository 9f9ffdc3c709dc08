package io.crmsync.sync.world;

import static io.crmsync.sync.call.Caller.Role.ADMIN;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Caller;
import java.util.List;
import java.util.Optional;

/** Worlds whose guard holds every removal, and what is asked of them. */
public final class Held {
  /** A person with the role of an admin, and no user of the CRM. */
  public static final Caller ADMIN_PERSON = ApiWorld.user("boss", ADMIN);

  private Held() {}

  /** A world with user u1 and contacts c1 to c{@code count}, whose copies are in the mailbox. */
  public static World withContacts(int count) {
    World world = new World(World.settings().limit(0).build());
    world.user("u1");
    for (int i = 1; i <= count; i++) {
      world.crm.put(People.person("c" + i, "Name" + i, "u1"));
    }
    world.night();
    return world;
  }

  /** A night before which c1 to c{@code lost} were taken from u1; gives its run. */
  public static Run nightLosing(World world, int lost) {
    for (int i = 1; i <= lost; i++) {
      team(world, "c" + i);
    }
    return world.night();
  }

  /** In the CRM the contact has this team from now on, and no other; it must be there. */
  public static void team(World world, String contact, String... team) {
    CrmContact before = world.crm.find(new ContactId(contact)).orElseThrow();
    world.crm.put(People.team(before, team));
  }

  /** The states of all removals that are open, in the order of their pairs. */
  public static List<OpenRemoval.State> states(World world) {
    return world.due.range(Optional.empty(), Optional.empty()).stream()
        .map(Due::removal)
        .flatMap(Optional::stream)
        .map(OpenRemoval::state)
        .toList();
  }

  /** The run as it is stored now. */
  public static Run now(World world, Run run) {
    return world.runs.find(run.runId()).orElseThrow().value();
  }
}
