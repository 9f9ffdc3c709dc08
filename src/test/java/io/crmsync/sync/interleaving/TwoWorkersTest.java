package io.crmsync.sync.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.interleaving.Interleaving.Trouble;
import io.crmsync.sync.interleaving.Interleavings.Count;
import io.crmsync.sync.interleaving.Story.Happened;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R19: two instances look at one pair at once, and hand over at each call to a port, in every way
 * there is; one of them is killed at any call, and somebody changes things in the middle: one copy,
 * none lost, nobody's own touched, in each. By default either a worker is killed or somebody
 * changes things, and the clock stands still, in one story of each kind; {@code
 * -Dinterleavings=stories} tells all stories so, {@code -Dinterleavings=all} adds both at once, a
 * pause longer than a claim at any moment, and clocks that differ by 3 minutes.
 */
class TwoWorkersTest {
  private static final ContactId C1 = new ContactId("c1");
  private static final Duration SKEW = Duration.ofMinutes(3);
  private static final boolean ALL = Interleavings.ALL;
  private static final boolean EVERY_STORY =
      ALL || System.getProperty("interleavings", "").equals("stories");

  @ParameterizedTest
  @MethodSource("stories")
  void inEveryWayTheyTakeTurnsThereIsOneCopyAndNobodysOwnIsTouched(Story story) {
    Count count = new Count(BigInteger.ZERO, 0, 0);
    for (Trouble trouble : troubles(story)) {
      count = count.plus(new Interleavings(story, trouble).all());
    }
    System.out.println("two workers, " + story + ": " + count);
    assertThat(count.ends()).isPositive();
  }

  private static List<Trouble> troubles(Story story) {
    Trouble death = new Trouble(ALL || story.deed().isEmpty(), false, Duration.ZERO);
    return ALL
        ? List.of(
            death,
            new Trouble(false, true, Duration.ZERO),
            new Trouble(true, true, SKEW),
            new Trouble(true, true, SKEW.negated()))
        : List.of(death);
  }

  /** All of them take minutes; the gate goes through these. */
  private static final Set<String> IN_THE_GATE =
      Set.of(
          "create",
          "create, withdrawn",
          "create that shows late, withdrawn",
          "adoption",
          "adoption, its owner changes the address, after a listing",
          "update",
          "update, its user deletes it",
          "update of the e-mail, its user adds an address",
          "removal",
          "removal, after a listing, its user deletes it",
          "former copy");

  static Stream<Story> stories() {
    return Stream.of(creations(), adoptions(), updates(), removals(), formerCopies())
        .flatMap(each -> each)
        .filter(story -> EVERY_STORY || IN_THE_GATE.contains(story.name()));
  }

  @Test
  void theGateGoesThroughOneOfEachKind() {
    assertThat(stories().map(Story::name)).containsAll(IN_THE_GATE);
  }

  // Creation

  private static Stream<Story> creations() {
    Story create = Story.of("create", TwoWorkersTest::toCreate, TwoWorkersTest::oneCopy);
    Story unheard =
        Story.of("create without an answer", () -> unheard(false), TwoWorkersTest::oneCopy);
    Story late =
        Story.of("create that shows late", () -> unheard(true), TwoWorkersTest::oneCopy)
            .calmedBy(world -> world.mailbox("u1").searchLags(false));
    return Stream.of(
        create,
        create.afterAListing(),
        create.with("withdrawn", TwoWorkersTest::withdraw, TwoWorkersTest::noneIfDone),
        create.with("changed", TwoWorkersTest::promote, TwoWorkersTest::oneCopyPromoted),
        unheard,
        unheard.with("withdrawn", TwoWorkersTest::withdraw, TwoWorkersTest::noneIfDone),
        late,
        late.with(
            "found in time",
            world -> world.mailbox("u1").searchLags(false),
            (world, happened) -> oneCopy(world)),
        late.with("withdrawn", TwoWorkersTest::withdraw, TwoWorkersTest::noneIfDone));
  }

  private static World toCreate() {
    World world = people();
    putC1(world);
    runSteps(world);
    return world;
  }

  private static World unheard(boolean lags) {
    World world = toCreate();
    world.mailbox("u1").searchLags(lags);
    world.mailbox("u1").failAfter(MailboxCall.CREATE, noAnswer());
    return world;
  }

  // Adoption

  private static Stream<Story> adoptions() {
    Story adopt =
        Story.of(
            "adoption",
            TwoWorkersTest::toAdopt,
            world -> {
              oneCopy(world);
              assertThat(own(world).mark()).contains("c1");
            });
    Story otherAddress =
        adopt.with(
            "its owner changes the address",
            world -> edited(world, List.of("emma@private.example")),
            TwoWorkersTest::editedStays);
    Story binned =
        adopt.with(
            "its owner deletes it",
            world -> {
              note(world, own(world).mark().isPresent());
              world.mailbox("u1").user().bin(own(world).id());
            },
            (world, happened) -> {
              if (!happened.death() || !noted(world)) {
                assertThat(world.copies("u1", "c1")).hasSize(noted(world) ? 0 : 1);
              }
              assertThat(world.mailbox("u1").binned()).hasSize(happened.deed() ? 1 : 0);
            });
    Story ambiguous =
        adopt.with("its owner copies it", TwoWorkersTest::copyOwn, TwoWorkersTest::neverBoth);
    return Stream.concat(
        Stream.of(adopt.with("withdrawn", TwoWorkersTest::withdraw, TwoWorkersTest::noneIfDone)),
        Stream.of(adopt, otherAddress, binned, ambiguous)
            .flatMap(story -> Stream.of(story, story.afterAListing())));
  }

  private static World toAdopt() {
    World world = people();
    FakeMailbox mailbox = world.mailbox("u1");
    FolderId folder = world.folderOf("u1");
    OutlookId own =
        mailbox
            .user()
            .add(
                folder,
                Map.of(
                    Field.FIRST_NAME,
                    "Aunt",
                    Field.LAST_NAME,
                    "Emma",
                    Field.EMAIL,
                    "c1@example.com"));
    world.journal.clear();
    world.journal.add(own.value());
    putC1(world);
    runSteps(world);
    return world;
  }

  private static OutlookContact own(World world) {
    return world.mailbox("u1").contact(new OutlookId(world.journal.get(0))).orElseThrow();
  }

  private static void edited(World world, List<String> emails) {
    note(world, own(world).mark().isPresent());
    world.mailbox("u1").user().editList(own(world).id(), ListSlot.EMAILS, emails);
  }

  /**
   * Unmarked when it was edited: the user's own, untouched; else our copy, with the edit in it.
   * Where nobody heard of the adoption, its base is lost, and the CRM's address is added (R12).
   */
  private static void editedStays(World world, Happened happened) {
    oneCopy(world);
    if (happened.deed()) {
      assertThat(own(world).entries(ListSlot.EMAILS)).contains("emma@private.example");
      if (!noted(world) || !happened.death()) {
        assertThat(own(world).entries(ListSlot.EMAILS)).hasSize(1);
      }
      assertThat(own(world).mark().isPresent()).isEqualTo(noted(world));
      assertThat(own(world).plainValue(Field.FIRST_NAME)).isEqualTo(noted(world) ? "Ada" : "Aunt");
    }
  }

  private static void copyOwn(World world) {
    note(world, own(world).mark().isPresent());
    world.mailbox("u1").user().copy(own(world).id(), own(world).folder());
  }

  /**
   * Two of the user's own with the address, of which one may have been taken before there were two;
   * the other stays as it is.
   */
  private static void neverBoth(World world, Happened happened) {
    if (!happened.deed()) {
      oneCopy(world);
    } else if (!noted(world)) {
      assertThat(world.copies("u1", "c1")).hasSizeBetween(0, 1);
      assertThat(world.mailbox("u1").contacts())
          .filteredOn(c -> c.mark().isEmpty() && c.plainValue(Field.FIRST_NAME).equals("Aunt"))
          .hasSize(2 - world.copies("u1", "c1").size());
    }
  }

  // Update

  private static Stream<Story> updates() {
    Story plain =
        Story.of("update", () -> toUpdate(c -> People.position(c, "Boss")), TwoWorkersTest::boss);
    Story list =
        Story.of(
            "update of the e-mail",
            () -> toUpdate(c -> People.email(c, "new@example.com")),
            world ->
                assertThat(world.copy("u1", "c1").entries(ListSlot.EMAILS))
                    .containsExactly("new@example.com"));
    return Stream.of(
        plain,
        plain.with("withdrawn", TwoWorkersTest::withdraw, TwoWorkersTest::noneIfDone),
        plain.with(
            "its user edits another field",
            world ->
                world
                    .mailbox("u1")
                    .user()
                    .edit(world.copy("u1", "c1").id(), Field.MOBILE_PHONE, "+1 555 0199"),
            (world, happened) -> {
              boss(world);
              assertThat(world.copy("u1", "c1").plainValue(Field.MOBILE_PHONE))
                  .isEqualTo(happened.deed() ? "+1 555 0199" : "");
            }),
        plain.with(
            "its user deletes it",
            world -> {
              note(world, world.copy("u1", "c1").plainValue(Field.POSITION).equals("Boss"));
              world.mailbox("u1").user().bin(world.copy("u1", "c1").id());
            },
            (world, happened) ->
                assertThat(world.copies("u1", "c1"))
                    .hasSizeBetween(
                        happened.deed() && noted(world) ? 0 : 1,
                        happened.deed() && noted(world) && !happened.death() ? 0 : 1)),
        list,
        list.with(
            "its user adds an address",
            world -> {
              OutlookContact copy = world.copy("u1", "c1");
              List<String> more =
                  Stream.concat(
                          copy.entries(ListSlot.EMAILS).stream(), Stream.of("mine@example.org"))
                      .toList();
              world.mailbox("u1").user().editList(copy.id(), ListSlot.EMAILS, more);
            },
            (world, happened) ->
                assertThat(world.copy("u1", "c1").entries(ListSlot.EMAILS))
                    .containsExactlyInAnyOrderElementsOf(
                        happened.deed()
                            ? List.of("new@example.com", "mine@example.org")
                            : List.of("new@example.com"))));
  }

  private static World toUpdate(UnaryOperator<CrmContact> change) {
    World world = people();
    putC1(world);
    world.night();
    world.clock.forward(Duration.ofHours(2));
    world.crm.put(change.apply(world.crm.find(C1).orElseThrow()));
    runSteps(world);
    return world;
  }

  private static void boss(World world) {
    oneCopy(world);
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
  }

  // Removal

  private static Stream<Story> removals() {
    Story soft =
        Story.of(
            "removal",
            () -> toRemove(People::team),
            world -> {
              assertThat(world.copies("u1", "c1")).isEmpty();
              assertThat(world.mailbox("u1").binned()).hasSize(1);
            });
    Story permanent =
        Story.of(
            "removal for good",
            () -> toRemove(TwoWorkersTest::hidden),
            world -> {
              assertThat(world.copies("u1", "c1")).isEmpty();
              assertThat(world.mailbox("u1").binned()).isEmpty();
            });
    return Stream.of(
        soft,
        soft.with(
            "granted again",
            TwoWorkersTest::grant,
            (world, happened) ->
                assertThat(world.copies("u1", "c1")).hasSize(happened.deed() ? 1 : 0)),
        soft.with("its user deletes it", TwoWorkersTest::bin, TwoWorkersTest::leftInTheBin),
        soft.afterAListing()
            .with("its user deletes it", TwoWorkersTest::bin, TwoWorkersTest::leftInTheBin),
        permanent,
        permanent.with(
            "its user deletes it", TwoWorkersTest::bin, TwoWorkersTest::inTheBinIfBinned),
        permanent
            .afterAListing()
            .with("its user deletes it", TwoWorkersTest::bin, TwoWorkersTest::inTheBinIfBinned));
  }

  private static World toRemove(UnaryOperator<CrmContact> change) {
    World world = people();
    putC1(world);
    world.night();
    world.clock.forward(Duration.ofHours(2));
    world.crm.put(change.apply(world.crm.find(C1).orElseThrow()));
    runSteps(world);
    return world;
  }

  private static void bin(World world) {
    world
        .copies("u1", "c1")
        .forEach(
            copy -> {
              note(world, true);
              world.mailbox("u1").user().bin(copy.id());
            });
  }

  private static void leftInTheBin(World world, Happened happened) {
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.mailbox("u1").binned()).hasSize(1);
  }

  /** What its user deleted first is left where it is. */
  private static void inTheBinIfBinned(World world, Happened happened) {
    assertThat(world.copies("u1", "c1")).isEmpty();
    assertThat(world.mailbox("u1").binned()).hasSize(noted(world) ? 1 : 0);
  }

  // Former copies

  private static Stream<Story> formerCopies() {
    Story former =
        Story.of(
            "former copy",
            TwoWorkersTest::toLeaveTheFormerMailbox,
            world -> {
              assertThat(world.outlook.at("new@example.com").marked(C1)).hasSize(1);
              assertThat(world.outlook.at("u1@example.com").marked(C1)).isEmpty();
            });
    return Stream.of(
        former,
        former.with(
            "withdrawn",
            TwoWorkersTest::withdraw,
            (world, happened) -> {
              assertThat(world.outlook.at("new@example.com").marked(C1))
                  .hasSize(happened.deed() ? 0 : 1);
              assertThat(world.outlook.at("u1@example.com").marked(C1)).isEmpty();
            }));
  }

  /** The first contact is the one by which a run finds out that the mailbox is another. */
  private static World toLeaveTheFormerMailbox() {
    World world = people();
    world.crm.put(People.person("c0", "Dan", "u1"));
    putC1(world);
    world.night();
    world.crm.putUser("u1", "new@example.com", true);
    world.startRun.nightly();
    while (!world.queue.runSteps().isEmpty()) {
      world.queue.runSteps().takeNext().ifPresent(step -> world.advanceRun.step(step, line -> {}));
    }
    world.drain();
    world.clock.forward(Duration.ofHours(2));
    runSteps(world);
    return world;
  }

  // What all stories have in common

  /** The folder is there, with two contacts in it; more are to be made. */
  private static World people() {
    World world = new World();
    world.user("u1");
    world.crm.put(People.person("c8", "Ben", "u1"));
    world.crm.put(People.person("c9", "Cem", "u1"));
    world.night();
    world.clock.forward(Duration.ofHours(2));
    Story.FOR_WARMING_UP.forEach(id -> world.crm.put(People.person(id, "New " + id, "u1")));
    return world;
  }

  private static void putC1(World world) {
    world.crm.put(People.person("c1", "Ada", "u1"));
  }

  /** A run to its end, whose messages about pairs are the two workers' to carry out. */
  private static void runSteps(World world) {
    world.startRun.nightly();
    while (!world.queue.runSteps().isEmpty()) {
      world.queue.runSteps().takeNext().ifPresent(step -> world.advanceRun.step(step, line -> {}));
    }
    assertThat(world.runs.latest().orElseThrow().value().status()).isEqualTo(Run.Status.COMPLETED);
    List<PairMessage> sent = world.queue.pairs(Lane.NIGHTLY).takeAll();
    assertThat(sent).contains(Story.PAIR);
    world.queue.sendPairs(sent.stream().filter(m -> !m.equals(Story.PAIR)).toList(), Lane.NIGHTLY);
  }

  private static CrmContact hidden(CrmContact contact) {
    return People.security(contact, new ViewSecurity(Scope.PRIVATE, Optional.empty(), Set.of()));
  }

  private static void withdraw(World world) {
    world.crm.put(hidden(world.crm.find(C1).orElseThrow()));
    tell(world);
  }

  private static void grant(World world) {
    world.crm.put(People.team(world.crm.find(C1).orElseThrow(), "u1"));
    tell(world);
  }

  private static void promote(World world) {
    world.crm.put(People.position(world.crm.find(C1).orElseThrow(), "Boss"));
    tell(world);
  }

  /** The CRM's notice of it, carried out as far as to its messages about pairs. */
  private static void tell(World world) {
    world.clock.forward(Duration.ofMillis(1));
    world.acceptNotice.accept(
        ApiWorld.application("crm", Role.ON_BEHALF), new TreeSet<>(Set.of(C1)));
    while (!world.queue.changes().isEmpty()) {
      world
          .queue
          .changes()
          .takeNext()
          .ifPresent(step -> world.advanceNotice.step(step, words -> {}));
    }
  }

  private static void note(World world, boolean fact) {
    world.journal.add("noted " + fact);
  }

  private static boolean noted(World world) {
    return world.journal.contains("noted true");
  }

  private static void oneCopy(World world) {
    assertThat(world.copies("u1", "c1")).hasSize(1);
    assertThat(world.pair("u1", "c1").link().orElseThrow().outlookId())
        .isEqualTo(world.copy("u1", "c1").id());
  }

  private static void oneCopyPromoted(World world, Happened happened) {
    oneCopy(world);
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION))
        .isEqualTo(happened.deed() ? "Boss" : "Buyer");
  }

  private static void noneIfDone(World world, Happened happened) {
    assertThat(world.copies("u1", "c1")).hasSize(happened.deed() ? 0 : 1);
  }

  private static MailboxBusy noAnswer() {
    return new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, "no answer", Optional.empty());
  }
}
