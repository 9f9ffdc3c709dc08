package io.crmsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.plan.OutlookContact;
import io.crmsync.domain.plan.OutlookId;
import io.crmsync.sync.fakes.BinnedCopies;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A long random walk: edits in the CRM and in Outlook, nights, right-clicks, repeated and reordered
 * messages, throttling, lost answers and killed processes, against a plain model of the rules. The
 * seed is printed; {@code -Dwalk.seed} and {@code -Dwalk.steps} repeat or lengthen it.
 */
class RandomWalkTest {
  private static final int STEPS = Integer.getInteger("walk.steps", 4000);
  private static final long SEED = Long.getLong("walk.seed", System.nanoTime());
  private static final List<String> USERS = List.of("u1", "u2", "u3");
  private static final int CONTACTS = 8;

  private final Random random = new Random(SEED);
  private final World world =
      new World(World.settings(Map.of("limit", 100_000, "percent", 100, "pageSize", 3)));
  private final Map<GroupId, Set<UserId>> groups = new HashMap<>();
  private final WalkModel model = new WalkModel(groups);
  private final Map<ContactId, CrmContact> crm = new HashMap<>();
  private final Set<ContactId> gone = new HashSet<>();
  private final Set<String> listed = new HashSet<>();
  private final Set<String> inactive = new HashSet<>();
  private final List<String> story = new ArrayList<>();
  private boolean disturbed;
  private int version;

  @Test
  void everyMailboxIsAsTheRulesSay() {
    System.out.println("random walk: -Dwalk.seed=" + SEED + " -Dwalk.steps=" + STEPS);
    begin();
    try {
      for (int step = 0; step < STEPS; step++) {
        step();
      }
    } catch (AssertionError | RuntimeException e) {
      int from = Math.max(0, story.size() - 40);
      throw new AssertionError(
          "seed " + SEED + " after\n" + String.join("\n", story.subList(from, story.size())), e);
    }
  }

  private void begin() {
    USERS.forEach(world::user);
    group(Set.of(new UserId("u1")));
    for (int i = 0; i < CONTACTS; i++) {
      put(People.person("c" + i, "Name" + i, "u1"));
    }
    night();
    disturb();
  }

  private void step() {
    int dice = random.nextInt(100);
    if (dice < 45) {
      editCrm();
    } else if (dice < 65) {
      editOutlook();
    } else if (dice < 73) {
      rightClick();
    } else if (dice < 75) {
      changeNotice();
    } else if (dice < 80) {
      stirMessages();
    } else {
      night();
    }
  }

  private void editCrm() {
    ContactId id = anyContact();
    CrmContact contact = contact(id);
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> put(People.position(contact, "Position " + ++version));
      case 3 -> put(People.city(contact, "City " + ++version));
      case 4 -> put(People.first(contact, random.nextInt(4) == 0 ? "Deceased" : "N" + ++version));
      case 5 -> put(People.email(contact, random.nextInt(4) == 0 ? "broken" : mail()));
      case 6 -> put(People.team(contact, anyTeam()));
      case 7 -> put(People.security(contact, anySecurity()));
      case 8 -> changeStanding(id, contact);
      default -> changeDirectory();
    }
  }

  private String mail() {
    return "m" + ++version + "@example.com";
  }

  private void changeStanding(ContactId id, CrmContact contact) {
    switch (random.nextInt(4)) {
      case 0 -> put(People.status(contact, either(ContactStatus.ACTIVE, ContactStatus.INACTIVE)));
      case 1 -> put(People.kind(contact, either(ContactKind.PERSON, ContactKind.ORGANIZATION)));
      default -> {
        if (gone.contains(id)) {
          put(contact);
        } else {
          world.crm.delete(id);
          gone.add(id);
          story.add("crm deletes " + id);
        }
      }
    }
  }

  private void changeDirectory() {
    if (random.nextBoolean()) {
      Set<UserId> members = new HashSet<>(List.of(new UserId("u1")));
      members.add(new UserId(anyUser()));
      group(members);
      return;
    }
    String user = anyUser();
    boolean active = !inactive.add(user);
    if (active) {
      inactive.remove(user);
    }
    world.crm.putUser(user, user + "@example.com", active);
    story.add(user + (active ? " active" : " inactive"));
  }

  private void group(Set<UserId> members) {
    groups.put(new GroupId("g1"), members);
    world.crm.putGroup("g1", members);
    story.add("group g1 is " + members);
  }

  private CrmContact contact(ContactId id) {
    return Optional.ofNullable(crm.get(id)).orElseThrow();
  }

  private void put(CrmContact contact) {
    crm.put(contact.id(), contact);
    gone.remove(contact.id());
    world.crm.put(contact);
    story.add(
        "crm "
            + contact.id()
            + " "
            + contact.kind()
            + " "
            + contact.status()
            + " "
            + contact.name().first()
            + " "
            + contact.position()
            + " "
            + contact.email()
            + " "
            + contact.access());
  }

  private void editOutlook() {
    List<String> keys = List.copyOf(new TreeSet<>(model.copies().keySet()));
    if (keys.isEmpty()) {
      return;
    }
    String key = keys.get(random.nextInt(keys.size()));
    String user = key.substring(0, key.indexOf('/'));
    List<OutlookContact> copies = world.copies(user, key.substring(key.indexOf('/') + 1));
    if (copies.size() != 1) {
      return; // between two nights the model may be ahead
    }
    OutlookId id = copies.get(0).id();
    switch (random.nextInt(4)) {
      case 0 -> {
        String mine = "Mine " + ++version;
        world.mailbox(user).user().edit(id, Field.POSITION, mine);
        model.userEdits(key, mine);
        story.add(user + " edits " + key + " to " + mine);
      }
      case 1 -> {
        world.mailbox(user).user().bin(id);
        model.userDeletes(key);
        story.add(user + " bins " + key);
      }
      case 2 -> {
        world.mailbox(user).user().purge(id);
        model.userDeletes(key);
        story.add(user + " purges " + key);
      }
      default -> {
        var folder = world.mailbox(user).user().createFolder("Folder " + ++version);
        world.mailbox(user).user().move(id, folder);
        story.add(user + " moves " + key);
      }
    }
  }

  private void rightClick() {
    String user = anyUser();
    ContactId id = anyContact();
    if (world.directories.current().isEmpty() || inactive.contains(user)) {
      return;
    }
    Reply reply = world.requestSync.ask(Desk.user(user), id.value(), Optional.empty());
    boolean taken = reply.request().isPresent();
    story.add(user + " asks for " + id + ": " + (taken ? "taken" : reply.refusal()));
    if (taken) {
      listed.add(WalkModel.key(user, id));
    }
    settle();
    if (taken) {
      model.userAsks(WalkModel.key(user, id), contact(id));
    }
    night();
  }

  private void changeNotice() {
    NavigableSet<ContactId> named = new TreeSet<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      named.add(anyContact());
    }
    story.add("notice of " + named);
    world.notifyChanges.tell(Desk.application("crm", Caller.Role.ON_BEHALF), named);
    disturbed = true;
    settle();
    disturbed = false;
    night();
  }

  private void stirMessages() {
    for (Lane lane : Lane.values()) {
      world.queue.pairs(lane).duplicateAll();
      world.queue.pairs(lane).shuffle(random);
    }
    for (String user : USERS) {
      world.look(user, anyContact().value(), either(Lane.NOW, Lane.NIGHTLY));
    }
    story.add("messages stirred");
  }

  private void night() {
    story.add("night");
    disturbed = true;
    world.clock.forward(Duration.ofMinutes(11)); // nothing is believed of a folder for longer
    Run run = world.night();
    disturbed = false;
    settle();
    if (run.status() != Run.Status.COMPLETED) {
      world.crashes.never();
      settle();
    }
    quietNights();
    crm.forEach(
        (id, contact) ->
            USERS.forEach(
                user ->
                    model.night(
                        user,
                        !inactive.contains(user),
                        contact,
                        gone.contains(id),
                        listed.contains(WalkModel.key(user, id)))));
    compare();
  }

  /** What a disturbed night left is made up for; then nothing more is to be done. */
  private void quietNights() {
    for (int i = 0; i < 4; i++) {
      world.night();
      settle();
    }
    world.outlook.forgetCalls();
    Run quiet = world.night();
    assertThat(quiet.status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(world.outlook.calls()).as("requests when nothing changed").isZero();
  }

  private void settle() {
    world.drain();
  }

  private void compare() {
    for (ContactId id : crm.keySet()) {
      for (String user : USERS) {
        String key = WalkModel.key(user, id);
        WalkModel.Copy wanted = model.copies().get(key);
        List<OutlookContact> copies = world.copies(user, id.value());
        assertThat(copies).as("copies of " + key).hasSize(wanted == null ? 0 : 1);
        if (wanted != null) {
          assertThat(copies.get(0).plainValue(Field.POSITION)).as(key).isEqualTo(wanted.position);
        }
      }
    }
  }

  /** Both answers of Deleted Items, throttling, lost answers, killed processes. */
  private void disturb() {
    world.outlook.binnedCopies(random.nextBoolean() ? BinnedCopies.ANSWER : BinnedCopies.GONE);
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            if (disturbed && random.nextInt(60) == 0) {
              throw new MailboxBusy(
                  MailboxBusy.Cause.THROTTLED, "429", Optional.of(Duration.ofSeconds(20)));
            }
          }

          @Override
          public void after(FakeMailbox mailbox, MailboxCall call) {
            if (disturbed && random.nextInt(60) == 0) {
              throw new MailboxBusy(
                  MailboxBusy.Cause.OUTCOME_UNKNOWN, "no answer", Optional.empty());
            }
          }
        });
    world.crashes.when(
        call -> disturbed && random.nextInt(300) == 0,
        call -> disturbed && random.nextInt(300) == 0);
  }

  private ViewSecurity anySecurity() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new ViewSecurity(
              ViewSecurity.Scope.PRIVATE, Optional.of(new UserId(anyUser())), Set.of());
      case 1 ->
          new ViewSecurity(ViewSecurity.Scope.GROUP, Optional.empty(), Set.of(new GroupId("g1")));
      default -> ViewSecurity.EVERYONE;
    };
  }

  private String[] anyTeam() {
    return USERS.stream().filter(user -> random.nextBoolean()).toArray(String[]::new);
  }

  private String anyUser() {
    return USERS.get(random.nextInt(USERS.size()));
  }

  private ContactId anyContact() {
    return new ContactId("c" + random.nextInt(CONTACTS));
  }

  private <T> T either(T one, T other) {
    return random.nextBoolean() ? one : other;
  }
}
