package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.AWKWARD_IDS;
import static io.crmsync.sync.port.StoreSamples.BERT;
import static io.crmsync.sync.port.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxIdentity;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.mailbox.RefusalStreak;
import io.crmsync.domain.mailbox.TrustedFolder;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.reason.Why;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link MailboxStore} must do. */
public abstract class MailboxStoreContract {
  /** An empty store, the same one throughout a test. */
  protected abstract MailboxStore store();

  @Test
  void aMailboxThatWasNeverChangedIsUnknown() {
    assertThat(store().of(ANNA)).isEqualTo(MailboxState.unknown(ANNA));
    assertThat(store().all()).isEmpty();
  }

  @Test
  void everyPartIsKept() {
    MailboxState full = full();

    assertThat(store().change(ANNA, before -> full)).isEqualTo(full);
    assertThat(store().of(ANNA)).isEqualTo(full);
    assertThat(store().all()).containsExactly(full);
  }

  @Test
  void whatAChangeTakesAwayIsGone() {
    store().change(ANNA, before -> full());
    store().change(ANNA, before -> before.inUse().withoutFolder());

    assertThat(store().all()).containsExactly(full().inUse().withoutFolder());
  }

  @Test
  void aChangeStartsFromWhatIsStored() {
    MailboxAddress address = new MailboxAddress("anna@example.org");
    store().change(ANNA, before -> before.at(address));
    store().change(ANNA, before -> before.throttledUntil(NOW));

    assertThat(store().of(ANNA).address()).contains(address);
    assertThat(store().of(ANNA).notBefore()).contains(NOW);
  }

  @Test
  void allComeInOrderOfUserIds() {
    AWKWARD_IDS.forEach(id -> store().change(new UserId(id), before -> before.throttledUntil(NOW)));

    assertThat(store().all())
        .extracting(state -> state.user().value())
        .containsExactlyElementsOf(AWKWARD_IDS.stream().sorted().toList());
  }

  @Test
  void ofManyChangesAtOnceNoneIsLost() throws Exception {
    Callable<MailboxState> counting = () -> store().change(ANNA, MailboxStoreContract::counted);
    Race.of(List.of(counting, counting, counting, counting));

    assertThat(store().all()).extracting(MailboxState::epoch).containsExactly(4);
  }

  @Test
  void whoseAMailboxWasFoundToBeIsKeptBesideTheMailboxes() {
    FolderId shared = new FolderId("AAMk/+=");

    assertThat(store().owners(shared)).isEmpty();
    assertThat(store().addOwner(shared, ANNA)).containsExactly(ANNA);
    assertThat(store().addOwner(shared, ANNA)).containsExactly(ANNA);
    assertThat(store().addOwner(shared, BERT)).containsExactlyInAnyOrder(ANNA, BERT);
    assertThat(store().owners(new FolderId("aamk/+="))).isEmpty();
    assertThat(store().all()).isEmpty();
  }

  @Test
  void ofManyOwnersAtOnceTheLastKnowsAll() throws Exception {
    FolderId shared = new FolderId("shared");
    List<Callable<Set<UserId>>> adding =
        Stream.of("u1", "u2", "u3", "u4")
            .<Callable<Set<UserId>>>map(id -> () -> store().addOwner(shared, new UserId(id)))
            .toList();

    assertThat(Race.of(adding)).anyMatch(told -> told.size() == 4);
  }

  private static MailboxState counted(MailboxState before) {
    return new MailboxState(
        before.user(),
        before.address(),
        before.identity(),
        before.epoch() + 1,
        before.former(),
        before.folderName(),
        before.folder(),
        before.trusted(),
        before.notBefore(),
        before.parked(),
        before.toWake(),
        before.catchingUp(),
        before.refusals());
  }

  private static MailboxState full() {
    return new MailboxState(
        ANNA,
        Optional.of(new MailboxAddress("anna@example.org")),
        new MailboxIdentity(
            Optional.of(new FolderId("AAMk/own=")),
            Map.of(0, new FolderId("AAMk/old=")),
            Set.of(2, 3)),
        4,
        Map.of(
            0, new MailboxAddress("old@example.org"), 1, new MailboxAddress("older@example.org")),
        "Kunden 客户",
        Optional.of(new FolderId("AAMk/+=")),
        Map.of(new FolderId("AAMk/+="), new TrustedFolder(NOW, NOW.plusSeconds(900))),
        Optional.of(NOW),
        Optional.of(
            new Parked(Why.refused("ErrorX"), NOW, NOW.plusSeconds(1), Duration.ofHours(2))),
        true,
        true,
        Optional.of(
            new RefusalStreak("ErrorX", Set.of(new ContactId("c1"), new ContactId("C-2")))));
  }
}
