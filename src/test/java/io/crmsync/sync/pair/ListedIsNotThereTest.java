package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.Uninstalls;
import io.crmsync.sync.world.When;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was listed is not what is there (R8): whatever an instance remembers of a folder, nothing is
 * adopted, updated as a find, called ambiguous or removed that was not read anew.
 */
class ListedIsNotThereTest {
  private static final String EMAIL = "c9@example.com";

  private final World world = new World();
  private FakeMailbox mailbox;
  private FolderId folder;

  @BeforeEach
  void aNight() {
    world.user("u1");
    IntStream.rangeClosed(1, 4).forEach(i -> world.crm.put(person(i)));
    world.night();
    mailbox = world.mailbox("u1");
    folder = world.folderOf("u1");
  }

  @Test
  void aContactThatNoLongerHasTheEmailIsNotAdopted() {
    OutlookId own = own(EMAIL);
    list();
    mailbox.user().editList(own, ListSlot.EMAILS, List.of("emma@private.example"));
    arrives(9);
    OutlookContact now = mailbox.contact(own).orElseThrow();
    assertThat(now.mark()).isEmpty();
    assertThat(now.plainValue(Field.FIRST_NAME)).isEqualTo("Own");
    assertThat(world.pair("u1", "c9").outcome()).contains(Outcome.CREATED);
  }

  @Test
  void oneThatLosesTheEmailBetweenTheQuestionAndTheWriteIsNotAdoptedEither() {
    OutlookId own = own(EMAIL);
    world.outlook.onEveryCall(
        When.first(
            MailboxCall.READ,
            () -> mailbox.user().editList(own, ListSlot.EMAILS, List.of("emma@private.example"))));
    arrives(9);
    assertThat(mailbox.contact(own).orElseThrow().mark()).isEmpty();
    assertThat(world.copies("u1", "c9")).hasSize(1);
  }

  @Test
  void oneThatCannotBeReadIsSkippedAndStopsNobody() {
    OutlookId own = own(EMAIL);
    mailbox.failBefore(MailboxCall.READ, new MailboxRefused("itemUnreadable", "read"));
    arrives(9);
    assertThat(world.pair("u1", "c9").outcome()).contains(Outcome.CREATED);
    assertThat(mailbox.contact(own).orElseThrow().mark()).isEmpty();
    assertThat(world.pairs.reserveAdoption(new UserId("u1"), own, new ContactId("c8"))).isTrue();
  }

  @Test
  void oneThatLiesInADeletedFolderIsNotAdopted() {
    OutlookId own = own(EMAIL);
    list();
    mailbox.user().deleteFolder(folder);
    arrives(9);
    assertThat(mailbox.contact(own).orElseThrow().mark()).isEmpty();
    assertThat(world.copy("u1", "c9").folder()).isNotEqualTo(folder);
  }

  @Test
  void norInTheNightThatBelievesTheFolderToBeThere() {
    OutlookId own = own(EMAIL);
    world.crm.put(person(8));
    world.crm.put(person(9));
    world.outlook.onEveryCall(
        When.first(MailboxCall.CREATE, () -> mailbox.user().deleteFolder(folder)));
    world.night();
    assertThat(mailbox.contact(own).orElseThrow().mark()).isEmpty();
    assertThat(world.copies("u1", "c9")).hasSize(1);
  }

  @Test
  void whatTheUserClearedUpIsNotCalledAmbiguous() {
    OutlookId own = own(EMAIL);
    OutlookId other = own(EMAIL);
    list();
    mailbox.user().bin(other);
    arrives(9);
    assertThat(world.pair("u1", "c9").why()).isEmpty();
    assertThat(world.copy("u1", "c9").id()).isEqualTo(own);
  }

  @Test
  void whatBecameAmbiguousSinceTheListingIsNotAdopted() {
    OutlookId own = own(EMAIL);
    list();
    own(EMAIL);
    arrives(9);
    assertThat(world.pair("u1", "c9").why()).contains(Why.of(Reason.MATCH_AMBIGUOUS));
    assertThat(mailbox.contact(own).orElseThrow().mark()).isEmpty();
  }

  @Test
  void aListingMaySayThatThereIsNothingToMatch() {
    list();
    mailbox.forgetCalls();
    arrives(9);
    assertThat(mailbox.calls(MailboxCall.FIND)).isZero();
    assertThat(mailbox.calls(MailboxCall.LIST)).isZero();
    assertThat(world.copies("u1", "c9")).hasSize(1);
  }

  @Test
  void aMarkedContactThatHasBecomeSomebodyElsesIsNotUpdatedAsAFind() {
    OutlookId stranger = mailbox.user().copy(world.copy("u1", "c1").id(), folder);
    world.pairs.delete(
        world.pairs.find(new PairId(world.pair("u1", "c1").user(), new ContactId("c1"))));
    OutlookId first = world.copies("u1", "c1").get(0).id();
    world.outlook.onEveryCall(When.first(MailboxCall.READ, () -> mailbox.unmark(first)));
    mailbox.user().purge(stranger);
    change(1, "Boss");
    assertThat(mailbox.contact(first).orElseThrow().plainValue(Field.POSITION)).isEqualTo("Buyer");
  }

  @Test
  void whatTheUserBinnedSinceTheListingIsLeftInTheBin() {
    list();
    mailbox.user().bin(world.copy("u1", "c1").id());
    leaves(1);
    assertThat(mailbox.binned()).hasSize(1);
  }

  @Test
  void soIsWhatLiesInAFolderThatWasDeletedSince() {
    list();
    mailbox.user().deleteFolder(folder);
    int binned = mailbox.binned().size();
    leaves(1);
    assertThat(mailbox.binned()).hasSize(binned);
    assertThat(mailbox.calls(MailboxCall.REMOVE)).isZero();
  }

  @Test
  void aDuplicateThatTheUserMovedToAFolderOfTheirOwnStays() {
    OutlookId duplicate = mailbox.user().copy(world.copy("u1", "c1").id(), folder);
    list();
    mailbox.user().move(duplicate, mailbox.user().createFolder("Mine"));
    leaves(1);
    assertThat(world.copy("u1", "c1").id()).isEqualTo(duplicate);
  }

  @Test
  void aDuplicateThatTheUserMadeInTheConfiguredFolderSinceTheListingGoesWithTheCopy() {
    list();
    mailbox.user().copy(world.copy("u1", "c1").id(), folder);
    leaves(1);
    assertThat(world.copies("u1", "c1")).isEmpty();
  }

  @Test
  void aLinkedCopyThatNoLongerBearsOurMarkIsNotRemoved() {
    OutlookId copy = world.copy("u1", "c1").id();
    mailbox.unmark(copy);
    leaves(1);
    assertThat(mailbox.contacts()).extracting(OutlookContact::id).contains(copy);
  }

  @Test
  void anUninstallDoesNotPurgeWhatIsBinnedWhileItGoesOn() {
    OutlookId copy = world.copy("u1", "c4").id();
    world.outlook.onEveryCall(When.first(MailboxCall.REMOVE, () -> mailbox.user().bin(copy)));
    Uninstalls.carriedOut(world);
    assertThat(mailbox.contact(copy)).isPresent();
    assertThat(mailbox.binned()).hasSize(4);
  }

  @Test
  void norWhatIsBinnedWhileItsFolderIsAskedFor() {
    OutlookId copy = world.copy("u1", "c1").id();
    world.outlook.onEveryCall(When.first(MailboxCall.FIND_FOLDER, () -> mailbox.user().bin(copy)));
    Uninstalls.carriedOut(world);
    assertThat(mailbox.contact(copy)).isPresent();
  }

  @Test
  void whatIsMovedMeanwhileIsTakenOutAllTheSame() {
    OutlookId copy = world.copy("u1", "c1").id();
    FolderId mine = mailbox.user().createFolder("Mine");
    world.outlook.onEveryCall(
        When.first(MailboxCall.FIND_FOLDER, () -> mailbox.user().move(copy, mine)));
    Uninstalls.carriedOut(world);
    assertThat(mailbox.contacts()).isEmpty();
  }

  @Test
  void whatIsMovedToANewFolderMeanwhileIsUpdatedThereAndKeepsItsUsersEdits() {
    OutlookId copy = world.copy("u1", "c1").id();
    mailbox.user().edit(copy, Field.POSITION, "Mine");
    world.clock.forward(Duration.ofMinutes(11)); // no folder is believed to be there
    world.outlook.onEveryCall(
        When.before(
            2,
            MailboxCall.READ,
            () -> mailbox.user().move(copy, mailbox.user().createFolder("New"))));
    world.crm.put(People.email(person(1), "new@example.com"));
    tell(1);
    OutlookContact now = world.copy("u1", "c1");
    assertThat(now.id()).isEqualTo(copy);
    assertThat(now.plainValue(Field.POSITION)).isEqualTo("Mine");
    assertThat(now.entries(ListSlot.EMAILS)).containsExactly("new@example.com");
    assertThat(world.pair("u1", "c1").outcome()).contains(Outcome.UPDATED);
  }

  @Test
  void norWhatLiesInAFolderThatIsDeletedMeanwhile() {
    world.outlook.onEveryCall(
        When.before(2, MailboxCall.FIND_FOLDER, () -> mailbox.user().deleteFolder(folder)));
    Uninstalls.carriedOut(world);
    assertThat(mailbox.binned()).hasSize(4);
  }

  @Test
  void aPersonWhoWaitsIsNotToldThatACopyInADeletedFolderIsUpToDate() {
    change(1, "Boss"); // the folders are asked for
    mailbox.user().deleteFolder(folder);
    world.clock.forward(Duration.ofMinutes(1));
    world.crm.put(People.position(person(2), "Boss"));
    tell(2);
    assertThat(world.copy("u1", "c2").plainValue(Field.POSITION)).isEqualTo("Boss");
    assertThat(world.pair("u1", "c2").outcome()).contains(Outcome.RECREATED);
  }

  private OutlookId own(String email) {
    return mailbox.user().add(folder, Map.of(Field.FIRST_NAME, "Own", Field.EMAIL, email));
  }

  /** So many new contacts that the folder is listed, and remembered for ten minutes. */
  private void list() {
    world.clock.forward(Duration.ofHours(2));
    int[] more = IntStream.rangeClosed(20, 24).toArray();
    Arrays.stream(more).forEach(i -> world.crm.put(person(i)));
    tell(more);
    assertThat(mailbox.calls(MailboxCall.LIST)).isPositive();
    world.clock.forward(Duration.ofMinutes(1));
  }

  private void arrives(int contact) {
    world.crm.put(person(contact));
    tell(contact);
  }

  private void leaves(int contact) {
    world.crm.put(People.team(person(contact)));
    tell(contact);
  }

  private void change(int contact, String position) {
    world.crm.put(People.position(person(contact), position));
    tell(contact);
  }

  private void tell(int... contacts) {
    world.acceptNotice.accept(
        ApiWorld.application("crm", Role.ON_BEHALF),
        Arrays.stream(contacts)
            .mapToObj(i -> new ContactId("c" + i))
            .collect(Collectors.toCollection(TreeSet::new)));
    Instant soon = world.clock.instant().plus(Duration.ofMinutes(1));
    while (!world.queue.firstVisibleAt().isAfter(soon)) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      world.workOne();
    }
  }

  private static CrmContact person(int number) {
    return People.person("c" + number, "Name" + number, "u1");
  }
}
