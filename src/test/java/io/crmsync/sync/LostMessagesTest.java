package io.crmsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R19: what a lost message asked for, the next night does. */
class LostMessagesTest {
  private static final List<String> USERS = List.of("u1", "u2", "u3");
  private static final String MOVE = "a user who moves to another mailbox";
  private static final long SEED = System.nanoTime();

  private static final CallHook UNANSWERED =
      new CallHook() {
        @Override
        public void before(FakeMailbox mailbox, MailboxCall call) {
          throw noAnswer();
        }
      };

  /** What happens by day or night; each is told over a world in which all is as it should be. */
  private static final Map<String, Consumer<World>> STORIES = new TreeMap<>();

  static {
    STORIES.put("a night with news", LostMessagesTest::news);
    STORIES.put("a night with changes", LostMessagesTest::changes);
    STORIES.put("a right-click", world -> rightClick(world, "u1", "c5"));
    STORIES.put("a selection", LostMessagesTest::selection);
    STORIES.put("the user stops a contact", LostMessagesTest::stop);
    STORIES.put("a notice of a change", LostMessagesTest::noticeOfChange);
    STORIES.put("a notice of a withdrawal", LostMessagesTest::noticeOfWithdrawal);
    STORIES.put("a create whose answer is lost", LostMessagesTest::lostAnswer);
    STORIES.put("a mailbox that is full for a while", LostMessagesTest::parked);
    STORIES.put(MOVE, LostMessagesTest::moved);
    STORIES.put("a pair that fails until the next night", LostMessagesTest::failing);
    STORIES.put("users need not ask any more", LostMessagesTest::nobodyWaitsAnyMore);
    STORIES.put("a full run", world -> byHand(world, Run.Mode.FULL));
    STORIES.put("a dry run", world -> byHand(world, Run.Mode.DRY_RUN));
  }

  @TestFactory
  Stream<DynamicTest> theNextNightDoesWhatAnyOneLostMessageAskedFor() {
    return STORIES.entrySet().stream()
        .map(story -> DynamicTest.dynamicTest(story.getKey(), () -> eachLost(story.getValue())));
  }

  private static void eachLost(Consumer<World> story) {
    World undisturbed = told(story, number -> false);
    long messages = undisturbed.queue.sent();
    assertThat(messages).isPositive();
    nextNight(undisturbed);
    for (long at = 1; at <= messages; at++) {
      long lost = at;
      World world = told(story, number -> number == lost);
      check(world, undisturbed, "message " + lost + " of " + messages);
    }
  }

  @TestFactory
  Stream<DynamicTest> theNextNightDoesWhatAnyNumberOfLostMessagesAskedFor() {
    return STORIES.entrySet().stream()
        .map(
            story ->
                DynamicTest.dynamicTest(
                    story.getKey(), () -> manyLost(story.getKey(), story.getValue())));
  }

  /**
   * Those of runs and notices aside: one that is lost twice takes two nights. So does a move that
   * the next night is the first to notice: its old copies leave through the guard of the one after.
   */
  private static void manyLost(String name, Consumer<World> story) {
    World undisturbed = told(story, number -> false);
    nextNight(undisturbed);
    for (int i = 0; i < 20; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      World world = established();
      world.queue.losePairs(number -> random.nextBoolean());
      tell(world, story);
      if (name.equals(MOVE)) {
        nextNight(world);
      }
      check(world, undisturbed, "seed " + seed);
    }
  }

  @Test
  void everySecondPairMessageOfANightMayBeLost() {
    World world = new World();
    world.user("u1");
    world.user("u2");
    IntStream.rangeClosed(10, 21)
        .forEach(i -> world.crm.put(People.person("c" + i, "Name", "u1", "u2")));
    world.queue.losePairs(number -> number % 2 == 0);
    world.night();
    world.queue.lose(number -> false);
    world.night();
    assertThat(world.mailbox("u1").contacts()).hasSize(12);
    assertThat(world.mailbox("u2").contacts()).hasSize(12);
    isQuiet(world, "");
  }

  private static World told(Consumer<World> story, LongPredicate lost) {
    World world = established();
    world.queue.lose(lost);
    tell(world, story);
    return world;
  }

  private static void tell(World world, Consumer<World> story) {
    story.accept(world);
    morning(world);
  }

  /** What waits for hours is done, too. */
  private static void morning(World world) {
    for (int i = 0; i < 12; i++) {
      world.drain();
      world.clock.forward(Duration.ofMinutes(30));
    }
  }

  private static World established() {
    World world = new World();
    USERS.forEach(world::user);
    for (int i = 1; i <= 4; i++) {
      world.crm.put(People.person("c" + i, "Name", "u1", "u2"));
    }
    world.crm.put(People.person("c5", "Name", "u3"));
    world.night();
    return world;
  }

  /** By then what is wrong for a while is so no more; what was lost in the story was lost once. */
  private static void nextNight(World world) {
    world.queue.lose(number -> false);
    world.clock.forward(Duration.ofHours(2));
    world.night();
    world.drain();
  }

  private static void check(World world, World undisturbed, String where) {
    nextNight(world);
    assertThat(copies(world)).as(where).isEqualTo(copies(undisturbed));
    assertThat(unfinished(world)).as(where).isEmpty();
    assertThat(requests(world)).as(where).isEqualTo(requests(undisturbed));
    assertThat(world.due.range(Optional.empty(), Optional.empty())).as(where).isEmpty();
    world.night(); // looks whether all was done
    isQuiet(world, where);
  }

  private static void isQuiet(World world, String where) {
    world.night();
    world.outlook.forgetCalls();
    world.queue.lose(number -> false);
    Run run = world.night();
    assertThat(world.outlook.calls()).as(where).isZero();
    assertThat(world.queue.sent())
        .as(where + ": but for the run's own steps")
        .isEqualTo(run.sequence());
  }

  private static Map<String, List<String>> copies(World world) {
    Map<String, List<String>> copies = new TreeMap<>();
    for (String user : List.of("u1", "u2", "u3", "moved")) {
      copies.put(
          user,
          world.mailbox(user).contacts().stream()
              .map(copy -> copy.mark().orElse("") + " " + copy.plainValue(Field.POSITION))
              .sorted()
              .toList());
    }
    return copies;
  }

  private static List<Pair> unfinished(World world) {
    return USERS.stream()
        .flatMap(user -> world.pairs.ofUser(new UserId(user), Optional.empty(), 100).stream())
        .filter(pair -> pair.awaitsAttempt(world.settings.onRequest()))
        .toList();
  }

  private static List<String> requests(World world) {
    List<String> states = new ArrayList<>();
    for (String id : world.requests.ids()) {
      SyncRequest request = world.requests.find(id).orElseThrow();
      states.add(
          request.kind()
              + " "
              + world
                  .findRequest
                  .find(ApiWorld.application("crm", Role.ADMIN), id)
                  .request()
                  .orElseThrow()
                  .status());
    }
    return states;
  }

  private static void change(World world, String id, String position) {
    world.crm.put(People.position(world.crm.find(new ContactId(id)).orElseThrow(), position));
  }

  private static void team(World world, String id, String... users) {
    world.crm.put(People.team(world.crm.find(new ContactId(id)).orElseThrow(), users));
  }

  private static void news(World world) {
    world.crm.put(People.person("c6", "Name", "u1", "u3"));
    world.crm.put(People.person("c7", "Name", "u2"));
    world.night();
  }

  private static void changes(World world) {
    change(world, "c1", "Boss");
    team(world, "c2", "u2", "u3");
    world.crm.delete(new ContactId("c3"));
    world.night();
  }

  private static void rightClick(World world, String user, String contact) {
    assertThat(
            world
                .requestSync
                .ask(ApiWorld.user(user), contact, Optional.empty())
                .request()
                .isPresent())
        .isTrue();
  }

  private static void selection(World world) {
    world.mailbox("u1").user().bin(world.copy("u1", "c1").id());
    world.syncSelected.these(
        ApiWorld.user("u1"), "me", Set.of(new ContactId("c1"), new ContactId("c2")));
  }

  private static void stop(World world) {
    rightClick(world, "u1", "c5");
    world.drain();
    world.stopSync.stop(ApiWorld.user("u1"), "c5", Optional.empty());
  }

  private static void tellOf(World world, String... ids) {
    TreeSet<ContactId> contacts = new TreeSet<>();
    for (String id : ids) {
      contacts.add(new ContactId(id));
    }
    world.clock.forward(Duration.ofMinutes(1));
    world.acceptNotice.accept(ApiWorld.application("crm", Role.ON_BEHALF), contacts);
  }

  private static void noticeOfChange(World world) {
    change(world, "c1", "Boss");
    team(world, "c5", "u3", "u1");
    tellOf(world, "c1", "c5");
  }

  private static void noticeOfWithdrawal(World world) {
    team(world, "c1", "u2");
    world.crm.delete(new ContactId("c2"));
    tellOf(world, "c1", "c2", "c3", "c4");
  }

  private static MailboxBusy noAnswer() {
    return new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, "no answer", Optional.empty());
  }

  private static void lostAnswer(World world) {
    world.mailbox("u3").failAfter(MailboxCall.CREATE, noAnswer());
    world.crm.put(People.person("c6", "Name", "u3"));
    world.night();
  }

  private static void parked(World world) {
    world.mailbox("u1").close(MailboxClosed.Cause.FULL);
    change(world, "c1", "Boss");
    change(world, "c2", "Boss");
    world.night();
    world.mailbox("u1").reopen();
    world.night();
  }

  private static void moved(World world) {
    world.crm.putUser("u1", "moved@example.com", true);
    world.night();
    world.night(); // the old copies leave through the guard
  }

  private static void failing(World world) {
    world.outlook.onEveryCall(UNANSWERED);
    change(world, "c5", "Boss");
    world.night();
    morning(world);
    world.outlook.onEveryCall(new CallHook() {});
    world.night();
  }

  private static void nobodyWaitsAnyMore(World world) {
    world.withSettings(World.settings().onRequest().build());
    world.crm.put(People.person("c6", "Name", "u3"));
    world.night();
    world.night();
    world.withSettings(World.DEFAULTS);
    world.night();
  }

  private static void byHand(World world, Run.Mode mode) {
    world.startRun.byHand(ApiWorld.application("admin", Role.ADMIN), mode);
  }
}
