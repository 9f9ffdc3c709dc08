package io.crmsync.sync.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.SyncRequest;
import io.crmsync.sync.preview.PreviewContacts.Criteria;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.PortCalls;
import io.crmsync.sync.world.SnapshotOnly;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a letter typed into the page's search costs: a page of the user's pairs and a few rows, not
 * a read of each contact; and what may be shown late for it.
 */
class PreviewCostTest {
  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  private final World world = new World();
  private final PortCalls calls = new PortCalls();
  private ApiWorld api;

  @BeforeEach
  void threeContactsOfTwoUsers() {
    world.user("u1");
    world.user("u2");
    for (String id : List.of("c1", "c2", "c3")) {
      world.crm.put(People.person(id, "Ada", "u1", "u2"));
    }
    world.night();
    world.clock.forward(Duration.ofMinutes(11));
    api = new ApiWorld(world).watched(calls);
  }

  @Test
  void theSecondLetterReadsNoContactAndAsksNoMailbox() {
    assertThat(typed("u1", "a")).hasSize(3);
    assertThat(readOf()).containsExactly("c1", "c2", "c3");
    assertThat(typed("u1", "ad")).hasSize(3);
    assertThat(calls.made())
        .noneMatch(call -> call.startsWith("ContactStore") || call.startsWith("SyncListStore"))
        .noneMatch(call -> call.startsWith("Mailbox."))
        .filteredOn(call -> call.startsWith("PairStore"))
        .hasSize(1);
  }

  @Test
  void ofAChangedPairTheContactIsReadAndOfNoOther() {
    typed("u1", "");
    record(People.position(contact("c2"), "Boss"));
    assertThat(typed("u1", ""))
        .extracting(PreviewItem::state)
        .containsExactly(PreviewState.UP_TO_DATE, PreviewState.UPDATE, PreviewState.UP_TO_DATE);
    assertThat(readOf()).containsExactly("c2");
  }

  @Test
  void whatAUserSelectsIsSeenAtOnceAndWhatWasDoneForIt() {
    typed("u1", "");
    record(People.position(contact("c2"), "Boss"));
    api.syncSelected.these(ApiWorld.user("u1"), "me", Set.of(new ContactId("c2")));
    assertThat(typed("u1", "").get(1).state()).isEqualTo(PreviewState.QUEUED);
    world.drain();
    assertThat(typed("u1", "").get(1).state()).isEqualTo(PreviewState.UP_TO_DATE);
  }

  @Test
  void afterThirtySecondsAllAreReadAgainHoweverOftenTheyWereAskedForMeanwhile() {
    typed("u1", "");
    world.clock.forward(REMEMBERED.minusSeconds(1));
    typed("u1", "");
    assertThat(readOf()).isEmpty();
    world.clock.forward(Duration.ofSeconds(1));
    typed("u1", "");
    assertThat(readOf()).containsExactly("c1", "c2", "c3");
  }

  @Test
  void whatWasReadForOneUserServesNoOther() {
    typed("u1", "");
    typed("u2", "");
    assertThat(readOf()).containsExactly("c1", "c2", "c3");
  }

  /** R6: no copy was there to be removed yet, so the pair does not tell it. */
  @Test
  void aWithdrawnContactIsShownForThirtySecondsAtMostAndAsItWas() {
    typed("u1", "");
    withdrawWithNewName("c2");
    assertThat(typed("u1", ""))
        .extracting(PreviewItem::fullName)
        .containsExactly("Ada Sample", "Ada Sample", "Ada Sample");
    world.clock.forward(REMEMBERED);
    assertThat(typed("u1", "")).hasSize(2);
  }

  @Test
  void aWithdrawnContactIsGoneAsSoonAsItsCopyIs() {
    typed("u1", "");
    withdrawWithNewName("c2");
    world.due.change(
        new PairId(new UserId("u1"), new ContactId("c2")),
        row -> row.with(row.removal().map(open -> open.in(OpenRemoval.State.RELEASED, ""))));
    world.reconcile("u1", "c2", Lane.NOW);
    assertThat(world.copies("u1", "c2")).isEmpty();
    assertThat(typed("u1", "")).hasSize(2);
  }

  @Test
  void whoWasNotShownTheContactBeforeItsWithdrawalIsNeverShownIt() {
    withdrawWithNewName("c2");
    assertThat(typed("u1", "")).hasSize(2);
  }

  @Test
  void whoLeavesAGroupLosesAtOnceWhatItLetHerSee() {
    GroupId group = new GroupId("g1");
    directory(Map.of(group, People.users("u1")));
    record(
        People.security(
            contact("c2"),
            new ViewSecurity(ViewSecurity.Scope.GROUP, Optional.empty(), Set.of(group))));
    assertThat(typed("u1", "")).hasSize(3);
    directory(Map.of(group, Set.of()));
    assertThat(typed("u1", "")).hasSize(2);
    assertThat(readOf()).isEmpty();
  }

  @Test
  void whatAUserStopsIsSeenAtOnce() {
    world.crm.put(People.person("c4", "Ada"));
    api.rightClick("u1", "c4");
    world.drain();
    assertThat(typed("u1", "").get(3).state()).isEqualTo(PreviewState.UP_TO_DATE);
    api.stopSync.stop(ApiWorld.user("u1"), "c4", Optional.empty());
    assertThat(typed("u1", "").get(3).state()).isEqualTo(PreviewState.QUEUED);
  }

  /** Nothing of it is remembered: who selects or asks why is answered as things stand. */
  @Test
  void aWithdrawnContactIsNeitherSelectedNorExplainedMeanwhile() {
    typed("u1", "");
    withdrawWithNewName("c2");
    Caller user = ApiWorld.user("u1");
    assertThat(api.explainPair.explain(user, "me", "c2", false).refusal())
        .contains(Refusal.NO_SUCH_CONTACT);
    SyncRequest selected =
        api.syncSelected
            .these(user, "me", Set.of(new ContactId("c2")))
            .request()
            .orElseThrow()
            .request();
    assertThat(selected.unknown()).isOne();
    assertThat(typed("u1", "")).hasSize(3);
  }

  @Test
  void aMailboxThatGivesNoAnswerIsNotAskedAgainWithEveryLetter() {
    world.mailbox("u1").close(MailboxClosed.Cause.MISSING);
    typed("u1", "a");
    assertThat(asked()).isNotEmpty();
    typed("u1", "ad");
    assertThat(asked()).isEmpty();
    world.clock.forward(REMEMBERED);
    typed("u1", "ada");
    assertThat(asked()).isNotEmpty();
  }

  @Test
  void aFolderThatItsUserDeletedIsNotLookedForWithEveryLetter() {
    world.mailbox("u1").user().deleteFolder(world.folderOf("u1"));
    assertThat(typed("u1", "a"))
        .extracting(PreviewItem::state)
        .containsOnly(PreviewState.REMOVED_IN_OUTLOOK);
    assertThat(asked()).isNotEmpty();
    assertThat(typed("u1", "ad"))
        .extracting(PreviewItem::state)
        .containsOnly(PreviewState.REMOVED_IN_OUTLOOK);
    assertThat(asked()).isEmpty();
  }

  private void withdrawWithNewName(String id) {
    ViewSecurity nobody = new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of());
    record(People.security(People.first(contact(id), "Secret"), nobody));
  }

  private void record(CrmContact contact) {
    SnapshotOnly.record(world, contact);
  }

  private CrmContact contact(String id) {
    return world.contact(id);
  }

  /** The same users, and these groups; nothing else is read or queued. */
  private void directory(Map<GroupId, Set<UserId>> groups) {
    Directory before = world.directories.latest().orElseThrow();
    world.directories.store(new Directory(before.users().values(), groups), world.clock.instant());
  }

  /** What a user sees who typed this. */
  private List<PreviewItem> typed(String user, String part) {
    calls.forget();
    Criteria criteria = new Criteria(part, Optional.empty(), Optional.empty(), 500);
    return api.previewContacts
        .preview(ApiWorld.user(user), "me", criteria)
        .value()
        .orElseThrow()
        .items();
  }

  /** The contacts that the last of it read. */
  private List<String> readOf() {
    return Stream.of("c1", "c2", "c3")
        .filter(
            id ->
                calls.made().stream()
                    .anyMatch(call -> call.startsWith("ContactStore.") && call.contains(id)))
        .toList();
  }

  /** What the last of it asked of a mailbox. */
  private List<String> asked() {
    return calls.made().stream().filter(call -> call.startsWith("Mailbox.")).toList();
  }
}
