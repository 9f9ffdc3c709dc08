package io.crmsync.sync.run;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Page;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.mailbox.FindMailboxes;
import io.crmsync.sync.mailbox.FindMailboxes.KnownMailbox;
import io.crmsync.sync.mailbox.FindMailboxes.Which;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What admins can list: runs, mailboxes, and what a run holds. */
class AdminListsTest {
  private static final Optional<Why> NOT_COVERED = Optional.of(Why.of(Reason.NOT_COVERED));

  private final World world = Held.withContacts(2);

  @Test
  void runsComeNewestFirstPageByPageAndEachOnce() {
    List<String> started = new ArrayList<>(List.of(latest().runId()));
    for (int i = 0; i < 2 * FindRuns.PAGE; i++) {
      started.add(0, world.night().runId());
    }
    List<String> listed =
        pages(after -> world.findRuns.list(ADMIN_PERSON, after), 3).stream()
            .map(Run::runId)
            .toList();
    assertThat(listed).isEqualTo(started);
  }

  @Test
  void oneRunIsFoundByItsId() {
    assertThat(world.findRuns.find(ADMIN_PERSON, latest().runId()).value()).contains(latest());
    assertThat(world.findRuns.find(ADMIN_PERSON, "none").refusal()).contains(Refusal.NO_SUCH_RUN);
  }

  @Test
  void whatARunHoldsIsListedUntilItIsDecided() {
    Run held = Held.nightLosing(world, 2);
    assertThat(pages(after -> world.findRunPairs.list(ADMIN_PERSON, held.runId(), after), 1))
        .extracting(ReportedPair::contact, ReportedPair::user, ReportedPair::why)
        .containsExactly(
            tuple(new ContactId("c1"), new UserId("u1"), NOT_COVERED),
            tuple(new ContactId("c2"), new UserId("u1"), NOT_COVERED));
    world.decideRemovals.discard(ADMIN_PERSON, held.runId());
    world.drain();
    assertThat(pages(after -> world.findRunPairs.list(ADMIN_PERSON, held.runId(), after), 1))
        .isEmpty();
  }

  @Test
  void aLongListOfHeldRemovalsComesPageByPageAndEachOnce() {
    Run run = latest();
    List<OpenRemoval> all = new ArrayList<>();
    for (int i = 0; i < 2 * FindRunPairs.PAGE; i++) {
      all.add(
          new OpenRemoval(
              new PairId(new UserId("u" + i % 3), new ContactId("x%05d".formatted(i / 3))),
              Reason.NOT_COVERED,
              OpenRemoval.State.HELD,
              world.clock.instant(),
              run.runId()));
    }
    world.due.write(all.stream().map(Due::removal).toList());
    assertThat(pages(after -> world.findRunPairs.list(ADMIN_PERSON, run.runId(), after), 2))
        .extracting(ReportedPair::contact, ReportedPair::user)
        .containsExactlyElementsOf(
            all.stream().map(held -> tuple(held.contact(), held.user())).toList());
  }

  @Test
  void aPlaceThatNoPageGaveIsMalformed() {
    for (String place : List.of("c1", "/", "c1/", "c1/u1/x", "c 1/u1")) {
      assertThat(
              world.findRunPairs.list(ADMIN_PERSON, latest().runId(), Optional.of(place)).refusal())
          .as(place)
          .contains(Refusal.NO_SUCH_PLACE);
    }
    assertThat(world.findRunPairs.list(ADMIN_PERSON, "none", Optional.empty()).refusal())
        .contains(Refusal.NO_SUCH_RUN);
  }

  @Test
  void mailboxesComeWithTheirPairsAndParkedOnesWithReasonAndNextTry() {
    world.user("u2");
    world.crm.put(People.person("c9", "Nine", "u2"));
    world.mailbox("u2").close(MailboxClosed.Cause.MISSING);
    world.night();
    List<KnownMailbox> all = mailboxes(Which.ALL, 1);
    assertThat(all).extracting(known -> known.state().user().value()).containsExactly("u1", "u2");
    assertThat(all).extracting(KnownMailbox::pairs).containsExactly(2L, 0L);
    assertThat(mailboxes(Which.OK, 1)).containsExactly(all.get(0));
    assertThat(mailboxes(Which.PARKED, 1)).containsExactly(all.get(1));
    assertThat(all.get(1).state().parked())
        .map(parked -> parked.why().code())
        .contains("mailboxMissing");
  }

  @Test
  void manyMailboxesComePageByPageAndEachOnce() {
    int more = 2 * FindMailboxes.PAGE - 1;
    for (int i = 0; i < more; i++) {
      MailboxAddress address = new MailboxAddress("v" + i + "@example.com");
      world.mailboxes.change(new UserId("v%03d".formatted(i)), before -> before.at(address));
    }
    assertThat(mailboxes(Which.ALL, 2))
        .hasSize(more + 1)
        .extracting(known -> known.state().user().value())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private Run latest() {
    return world.runs.latest().orElseThrow().value();
  }

  private List<KnownMailbox> mailboxes(Which which, int expectedPages) {
    return pages(after -> world.findMailboxes.list(ADMIN_PERSON, which, after), expectedPages);
  }

  private static <T> List<T> pages(
      Function<Optional<String>, Granted<Page<T>>> list, int expectedPages) {
    List<T> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    int pages = 0;
    do {
      Page<T> page = list.apply(after).value().orElseThrow();
      all.addAll(page.items());
      after = page.next();
      pages++;
    } while (after.isPresent());
    assertThat(pages).isEqualTo(expectedPages);
    return all;
  }
}
