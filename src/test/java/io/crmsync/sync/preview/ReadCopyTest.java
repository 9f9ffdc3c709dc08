package io.crmsync.sync.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.mailbox.PresentCopy;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.preview.Explanation.SideBySide;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.SnapshotOnly;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Outlook holds, read when its user opens a record, beside what the CRM says. */
class ReadCopyTest {
  private static final Caller U1 = ApiWorld.user("u1");

  private final World world = new World(World.settings().limit(0).build());

  @BeforeEach
  void oneContactInOneMailbox() {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    world.outlook.forgetCalls();
  }

  @Test
  void whatTheUserChangedIsShownBesideTheCrmsValue() {
    mailbox().user().edit(copy(), Field.FIRST_NAME, "Jack");

    SideBySide beside = beside("c1");

    assertThat(beside.copy().state()).isEqualTo(PresentCopy.State.PRESENT);
    assertThat(beside.copy().at()).isEqualTo(world.clock.instant());
    FieldComparison first = field(beside, Field.FIRST_NAME);
    assertThat(first.crm()).isEqualTo("Ada");
    assertThat(first.outlook()).contains("Jack");
    assertThat(first.wouldWrite()).isFalse();
    assertThat(first.lastWrittenAt()).isPresent();
  }

  @Test
  void whatWouldBeWrittenIsMarked() {
    Instant written = field(beside("c1"), Field.POSITION).lastWrittenAt().orElseThrow();
    SnapshotOnly.record(world, People.position(contact(), "Boss"));

    FieldComparison position = field(beside("c1"), Field.POSITION);

    assertThat(position.crm()).isEqualTo("Boss");
    assertThat(position.outlook()).isPresent().isNotEqualTo(Optional.of("Boss"));
    assertThat(position.wouldWrite()).isTrue();
    assertThat(position.lastWrittenAt()).contains(written);
  }

  @Test
  void ofAListOurEntryIsShownWhereverTheUserPutIt() {
    String email = field(beside("c1"), Field.EMAIL).crm();
    mailbox().user().editList(copy(), ListSlot.EMAILS, List.of("own@example.org", email));

    assertThat(field(beside("c1"), Field.EMAIL).outlook()).contains(email);
  }

  @Test
  void aFieldThatTheCrmHasNotIsShownWhereOutlookHasIt() {
    assertThat(beside("c1").fields())
        .extracting(FieldComparison::field)
        .doesNotContain(Field.WEBSITE);
    mailbox().user().edit(copy(), Field.WEBSITE, "https://example.org");

    FieldComparison website = field(beside("c1"), Field.WEBSITE);

    assertThat(website.crm()).isEmpty();
    assertThat(website.outlook()).contains("https://example.org");
    assertThat(website.lastWrittenAt()).isEmpty();
  }

  @Test
  void itCostsOneRequestAndOneForTheFoldersAndOneForWhichMailboxItIs() {
    world.explainPair.explain(U1, "me", "c1", true);
    assertThat(mailbox().calls(MailboxCall.READ)).isOne();
    assertThat(mailbox().calls(MailboxCall.FIND_FOLDER)).isOne();
    assertThat(mailbox().calls(MailboxCall.DEFAULT_FOLDER)).isOne();
    assertThat(mailbox().calls()).isEqualTo(3);
    world.outlook.forgetCalls();
    assertThat(explained(U1, "c1", false).beside()).isEmpty();
    assertThat(mailbox().calls(MailboxCall.READ)).isZero();
  }

  @Test
  void aDeletedCopyIsToldAtOnceWhateverTheListingStillSays() {
    world.clock.forward(Duration.ofMinutes(2));
    assertThat(explained(U1, "c1", false).decision()).isEqualTo("upToDate");
    mailbox().user().bin(copy());

    Explanation told = explained(U1, "c1", true);

    assertThat(told.beside().orElseThrow().copy().state()).isEqualTo(PresentCopy.State.DELETED);
    assertThat(told.decision()).isEqualTo("removedInOutlook");
    assertThat(field(told.beside().orElseThrow(), Field.FIRST_NAME).outlook()).isEmpty();
  }

  @Test
  void aCopyInAnotherFolderIsPresentAndSaidToBeMoved() {
    assertThat(beside("c1").copy().moved()).isFalse();
    mailbox().user().move(copy(), mailbox().user().createFolder("Friends"));

    PresentCopy moved = beside("c1").copy();

    assertThat(moved.state()).isEqualTo(PresentCopy.State.PRESENT);
    assertThat(moved.moved()).isTrue();
  }

  @Test
  void whereThereIsNoCopyNothingIsAsked() {
    SnapshotOnly.record(world, People.person("c2", "Ben", "u1"));

    assertThat(beside("c2").copy().state()).isEqualTo(PresentCopy.State.NO_COPY);
    assertThat(field(beside("c2"), Field.FIRST_NAME).crm()).isEqualTo("Ben");
    assertThat(mailbox().calls(MailboxCall.READ)).isZero();
  }

  /** An admin sees what would be done for everyone, and nobody's Outlook but her own. */
  @Test
  void nobodyElseIsShownWhatIsInAMailbox() {
    for (Caller other :
        List.of(
            ApiWorld.user("eve", Role.ADMIN),
            ApiWorld.user("u2", Role.ADMIN),
            ApiWorld.application("a", Role.ON_BEHALF))) {
      SideBySide beside =
          world
              .explainPair
              .explain(other, "u1", "c1", true)
              .value()
              .orElseThrow()
              .beside()
              .orElseThrow();

      assertThat(beside.copy().state()).isEqualTo(PresentCopy.State.NOT_YOURS);
      assertThat(beside.copy().values().asMap()).isEmpty();
      assertThat(beside.fields()).isNotEmpty().allMatch(field -> field.outlook().isEmpty());
    }
    assertThat(mailbox().calls(MailboxCall.READ)).isZero();
  }

  @Test
  void ofAContactThatIsHiddenNoValueIsToldNotEvenToAnAdmin() {
    ViewSecurity nobody = new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of());
    SnapshotOnly.record(world, People.security(contact(), nobody));

    assertThat(explained(ApiWorld.user("u1", Role.ADMIN), "c1", true).beside()).isEmpty();
    assertThat(mailbox().calls(MailboxCall.READ)).isZero();
  }

  @Test
  void aThrottledMailboxIsToldAsSuchAndLeftAlone() {
    Duration wait = Duration.ofMinutes(5);
    mailbox()
        .failBefore(
            MailboxCall.READ,
            new MailboxBusy(MailboxBusy.Cause.THROTTLED, "busy", Optional.of(wait)));
    assertThat(beside("c1").copy().state()).isEqualTo(PresentCopy.State.UNAVAILABLE);
    world.outlook.forgetCalls();
    assertThat(beside("c1").copy().state()).isEqualTo(PresentCopy.State.UNAVAILABLE);
    assertThat(mailbox().calls()).isZero();

    world.clock.forward(wait.plusSeconds(1));

    assertThat(beside("c1").copy().state()).isEqualTo(PresentCopy.State.PRESENT);
  }

  @Test
  void aMailboxThatGivesNoAnswerIsNoError() {
    mailbox().close(MailboxClosed.Cause.MISSING);

    assertThat(beside("c1").copy().state()).isEqualTo(PresentCopy.State.UNAVAILABLE);
    assertThat(beside("c1").fields()).isNotEmpty();
  }

  @Test
  void aParkedMailboxIsNotAsked() {
    SnapshotOnly.record(world, People.position(contact(), "Boss"));
    mailbox().close(MailboxClosed.Cause.MISSING);
    world.reconcile("u1", "c1", io.crmsync.sync.port.JobQueue.Lane.NIGHTLY);
    world.outlook.forgetCalls();

    PresentCopy copy = beside("c1").copy();

    assertThat(copy.state()).isEqualTo(PresentCopy.State.PARKED);
    assertThat(copy.why()).contains(Why.of(Reason.MAILBOX_MISSING));
    assertThat(mailbox().calls()).isZero();
  }

  @Test
  void onWhoseListItIsIsTold() {
    assertThat(explained(U1, "c1", false).lists()).isEqualTo(lists(false, false));
    world.lists.add(new PairId(new UserId("u1"), contact().id()));
    assertThat(explained(U1, "c1", false).lists()).isEqualTo(lists(true, false));
    SnapshotOnly.record(world, onTheCrmsList("c3"));
    assertThat(explained(U1, "c3", false).lists()).isEqualTo(lists(false, true));
    world.lists.remove(new PairId(new UserId("u1"), contact().id()));
    assertThat(explained(U1, "c1", false).lists()).isEqualTo(lists(false, false));
  }

  private static CrmContact onTheCrmsList(String id) {
    return People.access(
        People.person(id, "Cleo"),
        new io.crmsync.domain.contact.Access(Set.of(), People.users("u1"), ViewSecurity.EVERYONE));
  }

  private static Explanation.OnLists lists(boolean own, boolean crm) {
    return new Explanation.OnLists(own, crm);
  }

  private FakeMailbox mailbox() {
    return world.mailbox("u1");
  }

  private OutlookId copy() {
    return world.copy("u1", "c1").id();
  }

  private CrmContact contact() {
    return world.contact("c1");
  }

  private SideBySide beside(String contact) {
    return explained(U1, contact, true).beside().orElseThrow();
  }

  private Explanation explained(Caller caller, String contact, boolean beside) {
    String user = caller.equals(U1) ? "me" : "u1";
    return world.explainPair.explain(caller, user, contact, beside).value().orElseThrow();
  }

  private static FieldComparison field(SideBySide beside, Field field) {
    return beside.fields().stream().filter(each -> each.field() == field).findFirst().orElseThrow();
  }
}
