package io.crmsync.sync.run;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.Pages;
import io.crmsync.sync.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What admins can list: runs, and what a run holds. */
class RunListsTest {
  private static final Optional<Why> NOT_COVERED = Optional.of(Why.of(Reason.NOT_COVERED));

  private final World world = Held.withContacts(2);

  @Test
  void runsComeNewestFirstPageByPageAndEachOnce() {
    List<String> started = new ArrayList<>(List.of(latest().runId()));
    for (int i = 0; i < 2 * FindRuns.PAGE; i++) {
      started.add(0, world.night().runId());
    }
    List<String> listed =
        Pages.all(after -> world.findRuns.list(ADMIN_PERSON, after), 3).stream()
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
    assertThat(Pages.all(after -> world.findRunPairs.list(ADMIN_PERSON, held.runId(), after), 1))
        .extracting(ReportedPair::contact, ReportedPair::user, ReportedPair::why)
        .containsExactly(
            tuple(new ContactId("c1"), new UserId("u1"), NOT_COVERED),
            tuple(new ContactId("c2"), new UserId("u1"), NOT_COVERED));
    world.decideRemovals.discard(ADMIN_PERSON, held.runId());
    world.drain();
    assertThat(Pages.all(after -> world.findRunPairs.list(ADMIN_PERSON, held.runId(), after), 1))
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
    assertThat(Pages.all(after -> world.findRunPairs.list(ADMIN_PERSON, run.runId(), after), 2))
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

  private Run latest() {
    return world.runs.latest().orElseThrow().value();
  }
}
