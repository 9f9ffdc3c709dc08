package io.crmsync.sync.walk;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.fakes.BinnedCopies;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.SyncSettings;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A small world that a lot has happened to: in the CRM, in Outlook, and to the tables. */
final class RandomPast {
  private static final List<String> USERS = List.of("u1", "u2", "u3");
  private static final int CONTACTS = 8;
  private static final Duration A_RUN = Duration.ofHours(1);

  private final Random random;
  private final World world;
  private final List<String> story = new ArrayList<>();
  private final Map<String, FolderId> made = new HashMap<>();
  private int version;

  RandomPast(Random random) {
    this.random = random;
    this.world = new World(settings());
    world.outlook.binnedCopies(random.nextBoolean() ? BinnedCopies.ANSWER : BinnedCopies.GONE);
    USERS.forEach(world::user);
    world.crm.putGroup("g1", Set.of(new UserId("u1")));
    for (String contact : contacts()) {
      world.crm.put(People.person(contact, "Name", team()));
    }
  }

  List<String> users() {
    return USERS;
  }

  List<String> contacts() {
    return IntStream.range(0, CONTACTS).mapToObj(i -> "c" + i).toList();
  }

  List<String> story() {
    return story;
  }

  /** Whatever happened, and then nothing is under way any more. */
  World world() {
    int nights = random.nextInt(4);
    for (int i = 0; i < nights; i++) {
      happen();
      world.withSettings(settings());
      Run night = world.night();
      story.add("night: " + night.status() + " " + night.error());
      if (random.nextInt(4) == 0) {
        world.decideRemovals.discard(Held.ADMIN_PERSON, night.runId());
        world.drain();
      }
    }
    happen();
    world.withSettings(settings());
    world.clock.forward(Duration.ofMinutes(11 + random.nextInt(200)));
    world.drain();
    world.clock.forward(Duration.ofMinutes(11));
    while (wakesDuringARun()) {
      world.drain();
      world.clock.forward(Duration.ofMinutes(11));
    }
    return world;
  }

  /**
   * What a run finds depends on when a mailbox is tried again, where its pause ends while the run
   * goes on: a dry run, which takes no time here, tells how things stand before.
   */
  private boolean wakesDuringARun() {
    return world.queue.firstVisibleAt().isBefore(world.clock.instant().plus(A_RUN));
  }

  /** Lets a dry run come to its end; sometimes the app is started again on the way. */
  Run disturbed(Supplier<Run> start) {
    Run run = start.get();
    while (Held.now(world, run).status() == Run.Status.RUNNING) {
      if (random.nextInt(5) == 0) {
        world.restart();
      }
      world.workOne();
    }
    return Held.now(world, run);
  }

  private SyncSettings settings() {
    return World.settings()
        .limit(random.nextInt(4) == 0 ? random.nextInt(3) : 500)
        .onRequest(random.nextInt(3) == 0)
        .pageSize(1 + random.nextInt(5))
        .build();
  }

  private void happen() {
    int deeds = random.nextInt(12);
    for (int i = 0; i < deeds; i++) {
      switch (random.nextInt(5)) {
        case 0, 1 -> inCrm();
        case 2 -> inDirectory();
        case 3 -> inOutlook(user());
        default -> inTables();
      }
    }
  }

  private void inCrm() {
    ContactId id = new ContactId(contact());
    CrmContact now = world.crm.find(id).orElseGet(() -> People.person(id.value(), "Name", team()));
    switch (random.nextInt(8)) {
      case 0, 1 -> put(People.position(now, "Position " + ++version));
      case 2 -> put(People.email(now, "m" + ++version + "@example.com"));
      case 3 -> put(People.first(now, random.nextBoolean() ? "Deceased" : "First " + ++version));
      case 4 -> put(People.team(now, team()));
      case 5 -> put(People.security(now, security()));
      case 6 -> put(contactState(now));
      default -> {
        world.crm.delete(id);
        story.add("crm deletes " + id);
      }
    }
  }

  private CrmContact contactState(CrmContact now) {
    return random.nextBoolean()
        ? People.status(now, either(ContactStatus.ACTIVE, ContactStatus.INACTIVE))
        : People.kind(now, either(ContactKind.PERSON, ContactKind.ORGANIZATION));
  }

  private ViewSecurity security() {
    return random.nextBoolean()
        ? ViewSecurity.EVERYONE
        : new ViewSecurity(ViewSecurity.Scope.GROUP, Optional.empty(), Set.of(new GroupId("g1")));
  }

  private void put(CrmContact contact) {
    world.crm.put(contact);
    story.add(
        "crm has %s: %s %s %s %s %s"
            .formatted(
                contact.id(),
                contact.name().first(),
                contact.position(),
                contact.email(),
                contact.status(),
                contact.access()));
  }

  private void inDirectory() {
    String user = user();
    switch (random.nextInt(3)) {
      case 0 -> {
        boolean active = random.nextInt(3) > 0;
        world.crm.putUser(user, user + "@example.com", active);
        story.add(user + " active: " + active);
      }
      case 1 -> {
        boolean twin = random.nextBoolean();
        world.crm.putUser("twin", "u3@example.com", twin);
        story.add("twin of u3: " + twin);
      }
      default -> {
        Set<UserId> members = People.users("u1", random.nextBoolean() ? user : "u2");
        world.crm.putGroup("g1", members);
        story.add("g1 is " + members);
      }
    }
  }

  private void inOutlook(String user) {
    List<OutlookContact> contacts = world.mailbox(user).contacts();
    switch (random.nextInt(4)) {
      case 0 -> ownContact(user);
      case 1 -> {
        boolean closed = random.nextBoolean();
        if (closed) {
          world.mailbox(user).close(MailboxClosed.Cause.MISSING);
        } else {
          world.mailbox(user).reopen();
        }
        story.add(user + "'s mailbox is there: " + !closed);
      }
      default -> {
        if (!contacts.isEmpty()) {
          touch(user, contacts.get(random.nextInt(contacts.size())));
        }
      }
    }
  }

  private void ownContact(String user) {
    String email =
        world
            .crm
            .find(new ContactId(contact()))
            .map(CrmContact::email)
            .orElse("nobody@example.com");
    FolderId folder =
        world.mailboxes.of(new UserId(user)).folder().orElseGet(() -> configuredFolder(user));
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      world.mailbox(user).user().add(folder, Map.of(Field.EMAIL, email));
    }
    story.add(user + " has contacts with " + email + " in " + folder + ": " + count);
  }

  /** As Outlook's user sees it, who is asked no request. */
  private FolderId configuredFolder(String user) {
    return made.computeIfAbsent(
        user, absent -> world.mailbox(user).user().createFolder("CRM Contacts"));
  }

  private void touch(String user, OutlookContact copy) {
    switch (random.nextInt(6)) {
      case 0 -> {
        world.mailbox(user).user().edit(copy.id(), Field.POSITION, "Mine " + ++version);
        story.add(user + " edits " + copy.mark());
      }
      case 1, 2 -> {
        world.mailbox(user).user().bin(copy.id());
        story.add(user + " bins " + copy.mark());
      }
      case 3 -> {
        world.mailbox(user).user().purge(copy.id());
        story.add(user + " purges " + copy.mark());
      }
      case 4 -> {
        FolderId other = world.mailbox(user).user().createFolder("Folder " + ++version);
        world.mailbox(user).user().move(copy.id(), other);
        story.add(user + " moves " + copy.mark() + " to " + other);
      }
      default -> {
        world.mailbox(user).user().deleteFolder(copy.folder());
        story.add(user + " deletes the folder of " + copy.mark());
      }
    }
  }

  private void inTables() {
    UserId user = new UserId(user());
    ContactId contact = new ContactId(contact());
    if (random.nextInt(3) == 0) {
      world.due.change(
          new PairId(user, contact),
          row -> row.done().retrying(Optional.of(world.clock.instant())));
      story.add("due again: " + user + "/" + contact);
    } else {
      world.pairs.delete(world.pairs.find(new PairId(user, contact)));
      story.add("row lost: " + user + "/" + contact);
    }
  }

  private String[] team() {
    return USERS.stream().filter(user -> random.nextInt(3) > 0).toArray(String[]::new);
  }

  private String user() {
    return USERS.get(random.nextInt(USERS.size()));
  }

  private String contact() {
    return "c" + random.nextInt(CONTACTS);
  }

  private <T> T either(T one, T other) {
    return random.nextBoolean() ? one : other;
  }
}
