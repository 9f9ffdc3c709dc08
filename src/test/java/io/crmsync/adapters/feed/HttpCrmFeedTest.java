package io.crmsync.adapters.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.crmsync.adapters.source.Credentials;
import io.crmsync.adapters.source.SourceHttp;
import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.simulators.crm.Access;
import io.crmsync.simulators.crm.BadRecord;
import io.crmsync.simulators.crm.CrmSimulator;
import io.crmsync.simulators.crm.CrmSimulatorOptions;
import io.crmsync.simulators.crm.Fault;
import io.crmsync.simulators.crm.Operation;
import io.crmsync.simulators.crm.PageFault;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** The adapter against the CRM simulator, over a socket. */
class HttpCrmFeedTest {
  private final CrmSimulator crm =
      CrmSimulator.start(CrmSimulatorOptions.empty().withLongestPage(2));
  private final HttpCrmFeed feed = feed(crm, Credentials.none());

  @BeforeEach
  void aSmallCrm() {
    for (String id : List.of("a", "b", "c")) {
      crm.contacts().put(json("{'id':'" + id + "','kind':'Person','status':'active'}"));
      crm.users().put(json("{'id':'u-" + id + "','mailbox':'" + id + "@x.example','active':true}"));
      crm.groups().put(json("{'id':'g-" + id + "','members':['u-a','u-" + id + "']}"));
    }
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void contactsComePageByPage() {
    SourcePage first = feed.contacts("run", Optional.empty(), 1000);
    assertThat(ids(first)).containsExactly("a", "b");
    assertThat(first.last()).isFalse();
    SourcePage second = feed.contacts("run", Optional.of(new ContactId("b")), 1000);
    assertThat(ids(second)).containsExactly("c");
    assertThat(second.last()).isTrue();
    assertThat(ids(feed.contacts("run", Optional.empty(), 1))).containsExactly("a");
  }

  @Test
  void oneContactIsReadByItsId() {
    assertThat(feed.contact(new ContactId("b")).record().orElseThrow().contact()).isPresent();
    assertThat(feed.contact(new ContactId("zz"))).isEqualTo(Lookup.gone());
  }

  /** R23: the CRM's "you may not see this one" is an answer, and not that the contact is gone. */
  @Test
  void aContactThatTheCrmHidesIsHiddenAndOneOnNoPageIsFoundByItsId() {
    crm.contacts().hide("a");
    crm.contacts().unlist("b");
    assertThat(ids(feed.contacts("run", Optional.empty(), 1000))).containsExactly("c");
    assertThat(feed.contact(new ContactId("a"))).isEqualTo(Lookup.hidden());
    assertThat(feed.contact(new ContactId("b")).kind()).isEqualTo(Lookup.Kind.FOUND);
    crm.contacts().show("a");
    assertThat(feed.contact(new ContactId("a")).kind()).isEqualTo(Lookup.Kind.FOUND);
  }

  @Test
  void a401AboutOneContactIsABrokenSignInAndNoAnswerAboutIt() {
    crm.faults().next(Operation.GET_CONTACT, Fault.status(401));
    assertThatExceptionOfType(CrmUnavailable.class)
        .isThrownBy(() -> feed.contact(new ContactId("a")))
        .satisfies(e -> assertThat(e.signInFailed()).isTrue());
    crm.faults().next(Operation.GET_CONTACT, Fault.status(503));
    assertThatExceptionOfType(CrmUnavailable.class)
        .isThrownBy(() -> feed.contact(new ContactId("a")))
        .satisfies(e -> assertThat(e.signInFailed()).isFalse());
  }

  @ParameterizedTest
  @EnumSource(
      value = BadRecord.class,
      names = {"UNKNOWN_KIND", "UNKNOWN_STATUS", "UNKNOWN_SCOPE", "WRONG_TYPE"})
  void aBadRecordFailsNeitherItsPageNorTheOthers(BadRecord sort) {
    crm.faults().next(Operation.LIST_CONTACTS, sort.insteadOf("a"));
    SourcePage page = feed.contacts("run", Optional.empty(), 1000);
    assertThat(ids(page)).containsExactly("a", "b");
    assertThat(page.records().get(0).contact()).isEmpty();
    assertThat(page.records().get(1).contact()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = BadRecord.class,
      names = {"ID_MISSING", "ID_ILLEGAL", "NULL_RECORD"})
  void aRecordWithoutReadableIdFailsNothingEither(BadRecord sort) {
    crm.faults().next(Operation.LIST_CONTACTS, sort.injected());
    SourcePage page = feed.contacts("run", Optional.empty(), 1000);
    assertThat(page.records()).extracting(record -> record.id().isPresent()).contains(false);
    assertThat(page.records()).extracting(record -> record.contact().isPresent()).contains(true);
  }

  @ParameterizedTest
  @EnumSource(BadRecord.class)
  void askedForByItsIdABadRecordStillHasThatId(BadRecord sort) {
    crm.faults().next(Operation.GET_CONTACT, sort.insteadOf("a"));
    SourceRecord read = feed.contact(new ContactId("a")).record().orElseThrow();
    assertThat(read.contact()).isEmpty();
    assertThat(read.id()).contains(new ContactId("a"));
  }

  @Test
  void usersAndGroupsAreReadWhole() {
    Directory directory = feed.directory();
    assertThat(directory.users().values())
        .containsExactlyInAnyOrder(user("a"), user("b"), user("c"));
    assertThat(directory.groups())
        .hasSize(3)
        .containsEntry(new GroupId("g-b"), Set.of(new UserId("u-a"), new UserId("u-b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "''", "' '", "'b'", "'b.example.com'", "'0a1b2c3d-0000'"})
  void anActiveUserWhoseMailboxIsNoneIsActiveAndTheMailboxUnknown(String mailbox) {
    crm.users().put(json("{'id':'u-b','mailbox':" + mailbox + ",'active':true}"));
    Directory directory = feed.directory();
    assertThat(directory.active(new UserId("u-b"))).isTrue();
    assertThat(directory.user(new UserId("u-b")).orElseThrow().mailbox()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'active':true",
        "'mailbox':7,'active':true",
        "'mailbox':'b@x.example'",
        "'mailbox':'b@x.example','active':null",
        "'mailbox':'b@x.example','active':''"
      })
  void aUserOfWhomAPropertyIsMissingFailsTheDirectory(String properties) {
    crm.users().put(json("{'id':'u-b'," + properties + "}"));
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(feed::directory)
        .withMessageStartingWith("users u-b: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'g-b'}",
        "{'id':'g-b','members':null}",
        "{'id':'g-b','members':''}",
        "{'id':'g-b','members':['u-a','']}",
        "{'id':'g-b','members':['u-a',null]}"
      })
  void aGroupWhoseMembersAreNotAllToldFailsTheDirectory(String group) {
    crm.groups().put(json(group));
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(feed::directory)
        .withMessageStartingWith("groups g-b: ");
  }

  @Test
  void theReservedUserIdFailsTheDirectory() {
    crm.users().put(json("{'id':'me','mailbox':'me@x.example','active':true}"));
    assertThatExceptionOfType(CrmBroken.class)
        .isThrownBy(feed::directory)
        .withMessage("users me: id: reserved");
  }

  @ParameterizedTest
  @EnumSource(
      value = PageFault.class,
      names = {"LAST_TOO_EARLY"},
      mode = EnumSource.Mode.EXCLUDE)
  void aBadPageOfUsersOrGroupsFailsTheDirectory(PageFault fault) {
    crm.faults().next(Operation.LIST_USERS, fault);
    assertThatExceptionOfType(CrmBroken.class).isThrownBy(feed::directory);
    crm.faults().next(Operation.LIST_GROUPS, fault);
    assertThatExceptionOfType(CrmBroken.class).isThrownBy(feed::directory);
    assertThat(feed.directory().users()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = BadRecord.class,
      names = {"WRONG_TYPE", "ID_MISSING", "ID_ILLEGAL", "NULL_RECORD"})
  void aBadUserOrGroupFailsTheDirectory(BadRecord sort) {
    crm.faults().next(Operation.LIST_USERS, sort.injected());
    assertThatExceptionOfType(CrmBroken.class).isThrownBy(feed::directory);
    crm.faults().next(Operation.LIST_GROUPS, sort.injected());
    assertThatExceptionOfType(CrmBroken.class).isThrownBy(feed::directory);
  }

  @ParameterizedTest
  @EnumSource(
      value = PageFault.class,
      names = {"LAST_MISSING", "ITEMS_NOT_A_LIST"})
  void whatIsNoPageIsBroken(PageFault fault) {
    crm.faults().next(Operation.LIST_CONTACTS, fault);
    assertThatExceptionOfType(CrmBroken.class).isThrownBy(this::firstPage);
  }

  @Test
  void htmlAndHalfAJsonTextAreBroken() {
    crm.faults().next(Operation.LIST_CONTACTS, Fault.html());
    assertThatExceptionOfType(CrmBroken.class).isThrownBy(this::firstPage);
    crm.faults().next(Operation.LIST_CONTACTS, Fault.truncatedJson());
    assertThatExceptionOfType(CrmBroken.class).isThrownBy(this::firstPage);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 408, 429, 500, 502, 503, 504})
  void theseStatusesMeanLater(int status) {
    crm.faults().next(Operation.LIST_CONTACTS, Fault.status(status, Duration.ofSeconds(7)));
    assertThatExceptionOfType(CrmUnavailable.class)
        .isThrownBy(this::firstPage)
        .withMessage("contacts: status " + status)
        .satisfies(e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 400, 404, 410})
  void anyOtherStatusBreaksTheContract(int status) {
    crm.faults().next(Operation.LIST_CONTACTS, Fault.status(status));
    assertThatExceptionOfType(CrmBroken.class).isThrownBy(this::firstPage);
  }

  @Test
  void aConnectionThatBreaksMeansLater() {
    crm.faults().next(Operation.LIST_CONTACTS, Fault.droppedMidway());
    assertThatExceptionOfType(CrmUnavailable.class).isThrownBy(this::firstPage);
  }

  @Test
  void aSlowAnswerMeansLater() {
    crm.faults().next(Operation.LIST_CONTACTS, Fault.slow(Duration.ofDays(1)));
    SourceHttp impatient =
        new SourceHttp(Credentials.none(), Clock.systemUTC(), Duration.ofMillis(300), 1);
    assertThatExceptionOfType(CrmUnavailable.class)
        .isThrownBy(
            () -> new HttpCrmFeed(crm.baseUrl(), impatient).contacts("run", Optional.empty(), 10));
  }

  @Test
  void theKeyOpensAFeedThatDemandsIt() {
    try (CrmSimulator locked = locked(Access.apiKey("k-1"))) {
      assertThat(feed(locked, Credentials.apiKey("k-1")).directory().users()).isEmpty();
      assertThatExceptionOfType(CrmUnavailable.class)
          .isThrownBy(() -> feed(locked, Credentials.none()).directory());
    }
  }

  @Test
  void aTokenOpensAFeedThatDemandsOne() {
    TokenCredential identity =
        wanted ->
            Mono.just(
                new AccessToken(
                    wanted.getScopes().get(0).replace('/', '.'),
                    OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));
    try (CrmSimulator locked = locked(Access.anyBearer())) {
      assertThat(
              feed(locked, Credentials.token(identity, "api://crm/.default")).directory().users())
          .isEmpty();
    }
  }

  @Test
  void noTokenMeansLaterAndTellsNothing() {
    TokenCredential broken = wanted -> Mono.error(new IllegalStateException("secret answer"));
    assertThatExceptionOfType(CrmUnavailable.class)
        .isThrownBy(() -> feed(crm, Credentials.token(broken, "scope")).directory())
        .withMessage("no token for the CRM: IllegalStateException");
  }

  private SourcePage firstPage() {
    return feed.contacts("run", Optional.empty(), 1000);
  }

  private static CrmSimulator locked(Access access) {
    return CrmSimulator.start(CrmSimulatorOptions.empty().withAccess(access));
  }

  private static HttpCrmFeed feed(CrmSimulator crm, Credentials credentials) {
    return new HttpCrmFeed(crm.baseUrl(), credentials, Clock.systemUTC());
  }

  private static List<String> ids(SourcePage page) {
    return page.records().stream().map(record -> record.id().orElseThrow().value()).toList();
  }

  private static CrmUser user(String name) {
    return new CrmUser(new UserId("u-" + name), new MailboxAddress(name + "@x.example"), true);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
