package io.crmsync.sync.walk;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.port.SyncSettings;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Where a random walk is: the world, what the CRM holds, the model, and the story so far. */
final class Walk {
  static final List<String> USERS = List.of("u1", "u2", "u3");
  static final SyncSettings WIDE = World.settings().limit(100_000).percent(100).pageSize(3).build();

  /** Every removal is held. */
  static final SyncSettings CAUTIOUS = World.settings().limit(0).pageSize(3).build();

  private static final int CONTACTS = 8;
  private static final int STORY = Integer.getInteger("walk.story", 60);

  final Random random;
  final World world = new World(WIDE);
  final WalkModel model = new WalkModel();
  final Map<ContactId, CrmContact> crm = new HashMap<>();
  final Set<ContactId> gone = new HashSet<>();
  final Set<String> listed = new HashSet<>();
  final Set<String> inactive = new HashSet<>();

  /** Whose mailbox is another one for a while, of which the model is told nothing. */
  final Set<String> elsewhere = new HashSet<>();

  /** Whether the service makes something else of addresses. */
  final boolean rewrites;

  final Map<String, String> addresses = new HashMap<>();

  /** Mailboxes that were a user's once. */
  final List<FakeMailbox> former = new ArrayList<>();

  private final Deque<String> story = new ArrayDeque<>();
  private final Map<String, Integer> tally;

  /** Whether somebody is going to take a contact out of Deleted Items again. */
  boolean binIsNeeded;

  private int numbers;

  /**
   * Begins a walk.
   *
   * @param tally of what happened so far, in which this walk goes on to count
   */
  Walk(long seed, Map<String, Integer> tally) {
    this.tally = tally;
    random = new Random(seed);
    rewrites = random.nextBoolean();
    if (rewrites) {
      world.outlook.rewriteAddresses();
    }
  }

  /** Everyone has a mailbox, and every contact its first team. */
  void begin() {
    USERS.forEach(user -> addresses.put(user, user + "@example.com"));
    USERS.forEach(this::publish);
    for (int i = 0; i < CONTACTS; i++) {
      put(People.person("c" + i, "Name" + i, "u1"));
    }
  }

  /** The CRM tells of a user as things stand. */
  void publish(String user) {
    world.crm.putUser(user, address(user), !inactive.contains(user));
  }

  String address(String user) {
    return Optional.ofNullable(addresses.get(user)).orElseThrow();
  }

  FakeMailbox mailbox(String user) {
    return world.outlook.at(address(user));
  }

  List<OutlookContact> copies(String user, ContactId contact) {
    return mailbox(user).marked(contact);
  }

  /** Somebody signed in as this user. */
  Caller caller(String user) {
    return new Caller(
        Caller.Kind.USER, Optional.of("oid-" + user), Optional.of(address(user)), Set.of());
  }

  CrmContact contact(ContactId id) {
    return Optional.ofNullable(crm.get(id)).orElseThrow();
  }

  void put(CrmContact contact) {
    crm.put(contact.id(), contact);
    gone.remove(contact.id());
    world.crm.put(contact);
    tell(
        String.join(
            " ",
            "crm",
            contact.id().value(),
            contact.kind().toString(),
            contact.status().toString(),
            contact.name().first(),
            contact.position(),
            contact.email(),
            contact.access().toString()));
  }

  /** Each time another one, so that every value in the walk is told from every other. */
  int number() {
    return ++numbers;
  }

  String anyUser() {
    return USERS.get(random.nextInt(USERS.size()));
  }

  Set<UserId> anyUsers() {
    Set<UserId> chosen = new HashSet<>();
    USERS.stream().filter(user -> random.nextBoolean()).map(UserId::new).forEach(chosen::add);
    return chosen;
  }

  ContactId anyContact() {
    return new ContactId("c" + random.nextInt(CONTACTS));
  }

  <T> T either(T one, T other) {
    return random.nextBoolean() ? one : other;
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** Something out of the ordinary; at the end it is told how often there was such a thing. */
  void strike(String kind, String detail) {
    tally.merge(kind, 1, Integer::sum);
    tell(kind + ": " + detail);
  }

  void tell(String what) {
    story.add(what);
    if (story.size() > STORY) {
      story.remove();
    }
  }

  /** The last steps, for whoever must find out what went wrong. */
  String lastOfTheStory() {
    return String.join("\n", story);
  }
}
