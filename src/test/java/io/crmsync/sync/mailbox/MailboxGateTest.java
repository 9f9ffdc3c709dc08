package io.crmsync.sync.mailbox;

import static io.crmsync.sync.mailbox.EntryResult.Kind.CLOSED;
import static io.crmsync.sync.mailbox.EntryResult.Kind.REFUSED;
import static io.crmsync.sync.mailbox.EntryResult.Kind.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxRefused;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("R22: the gate of a mailbox")
class MailboxGateTest {
  private static final UserId U1 = new UserId("u1");
  private static final Set<Entry> PARK = Set.of(Entry.PAIR, Entry.PERSON, Entry.RUN);

  /** In what state a caller finds the mailbox, or brings it by what is asked there. */
  enum Found {
    IN_USE,
    PARKED_A_MOMENT_AGO,
    PARKED_AND_DUE,
    NOT_NAMED_BY_THE_CRM,
    THROTTLED_BEFORE,
    ANOTHER_MAILBOX_BY_NOW
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // found                   PAIR            PERSON          RUN      PREVIEW  DRY_RUN
    "IN_USE,                   ENTERED,        ENTERED,        ENTERED, ENTERED, ENTERED",
    "PARKED_A_MOMENT_AGO,      PARKED,         ENTERED,        PARKED,  PARKED,  PARKED",
    "PARKED_AND_DUE,           ENTERED,        ENTERED,        ENTERED, PARKED,  ENTERED",
    "NOT_NAMED_BY_THE_CRM,     PARKED,         PARKED,         PARKED,  PARKED,  PARKED",
    "THROTTLED_BEFORE,         WAIT,           WAIT,           WAIT,    WAIT,    WAIT",
    "ANOTHER_MAILBOX_BY_NOW,   BECAME_ANOTHER, BECAME_ANOTHER, ENTERED, ENTERED, BECAME_ANOTHER"
  })
  void whoIsLetIn(
      Found found,
      EntryResult.Kind pair,
      EntryResult.Kind person,
      EntryResult.Kind run,
      EntryResult.Kind preview,
      EntryResult.Kind dryRun) {
    Map<Entry, EntryResult.Kind> expected =
        Map.of(
            Entry.PAIR, pair,
            Entry.PERSON, person,
            Entry.RUN, run,
            Entry.PREVIEW, preview,
            Entry.DRY_RUN, dryRun);
    expected.forEach(
        (entry, kind) -> {
          World fresh = met();
          bring(fresh, found);
          assertThat(enter(fresh, entry, () -> {}).kind()).as(found + " " + entry).isEqualTo(kind);
        });
  }

  /** What a mailbox says while something is done there, and what the gate makes of it. */
  static Stream<Arguments> answers() {
    Optional<Duration> pause = Optional.of(Duration.ofMinutes(5));
    return Stream.of(Entry.values())
        .flatMap(
            entry ->
                Stream.of(
                    Arguments.of(
                        entry, CLOSED, new MailboxClosed(MailboxClosed.Cause.MISSING, "gone")),
                    Arguments.of(entry, REFUSED, new MailboxRefused("ErrorX", "refused")),
                    Arguments.of(entry, WAIT, busy(MailboxBusy.Cause.THROTTLED, pause)),
                    Arguments.of(entry, WAIT, busy(MailboxBusy.Cause.MOVING, pause)),
                    Arguments.of(entry, WAIT, busy(MailboxBusy.Cause.OUTCOME_UNKNOWN, pause))));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("answers")
  void whatTheMailboxSaysIsToldAndWrittenDownForWhoWritesAtAll(
      Entry entry, EntryResult.Kind expected, RuntimeException answer) {
    World fresh = met();
    EntryResult<Boolean> entered =
        enter(
            fresh,
            entry,
            () -> {
              throw answer;
            });
    assertThat(entered.kind()).isEqualTo(expected);
    MailboxState after = fresh.mailboxes.latest(U1);
    assertThat(after.parked().isPresent()).isEqualTo(expected == CLOSED && PARK.contains(entry));
    boolean throttled =
        answer instanceof MailboxBusy busy && busy.kind() == MailboxBusy.Cause.THROTTLED;
    assertThat(after.notBefore().isPresent()).isEqualTo(throttled && entry != Entry.DRY_RUN);
    if (expected == WAIT) {
      assertThat(entered.pause()).contains(Duration.ofMinutes(5));
    }
  }

  @ParameterizedTest
  @EnumSource(Entry.class)
  void whoWasLetIntoAParkedOneIsToldSo(Entry entry) {
    World fresh = met();
    bring(fresh, Found.PARKED_AND_DUE);
    EntryResult<Boolean> entered = enter(fresh, entry, () -> {});
    assertThat(entered.wasParked()).isEqualTo(entry != Entry.PREVIEW);
  }

  /** A world in which the user's mailbox was written to once. */
  private World met() {
    World fresh = new World();
    fresh.user("u1");
    fresh.crm.put(People.person("c1", "Doe", "u1"));
    fresh.night();
    assertThat(fresh.copies("u1", "c1")).hasSize(1);
    return fresh;
  }

  private static void bring(World world, Found found) {
    switch (found) {
      case IN_USE -> {}
      case PARKED_A_MOMENT_AGO -> park(world);
      case PARKED_AND_DUE -> {
        park(world);
        world.clock.forward(Duration.ofHours(2));
      }
      case NOT_NAMED_BY_THE_CRM -> {
        world.crm.putUser("u1", "", true);
        world.directories.store(world.crm.directory(), world.clock.instant());
      }
      case THROTTLED_BEFORE ->
          world.mailboxes.change(
              U1, state -> state.throttledUntil(world.clock.instant().plusSeconds(60)));
      case ANOTHER_MAILBOX_BY_NOW -> {
        world.crm.putUser("u1", "other@example.com", true);
        world.outlook.at("other@example.com");
        world.directories.store(world.crm.directory(), world.clock.instant());
      }
    }
  }

  private static void park(World world) {
    enter(
        world,
        Entry.PAIR,
        () -> {
          throw new MailboxClosed(MailboxClosed.Cause.MISSING, "gone");
        });
  }

  private static EntryResult<Boolean> enter(World world, Entry entry, Runnable work) {
    return world
        .useCases(world.crm, world.queue)
        .mailboxes()
        .gate()
        .enter(
            U1,
            entry,
            session -> {
              work.run();
              return true;
            });
  }

  private static MailboxBusy busy(MailboxBusy.Cause kind, Optional<Duration> retryAfter) {
    return new MailboxBusy(kind, "busy", retryAfter);
  }
}
