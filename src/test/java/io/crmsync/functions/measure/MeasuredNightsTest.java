package io.crmsync.functions.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.ExecutionContext;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.run.Run;
import io.crmsync.functions.queue.FanOutChanges;
import io.crmsync.functions.queue.PoisonQueues;
import io.crmsync.functions.queue.SnapshotPage;
import io.crmsync.functions.queue.SyncContact;
import io.crmsync.functions.timer.NightlySync;
import io.crmsync.functions.timer.WatchQueues;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.InMemoryBacklog;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the functions write of whole nights: every metric, the right numbers, and nobody's name. */
class MeasuredNightsTest {
  /** Whatever a person has in the CRM or in Outlook holds this. */
  private static final String PERSONAL = "Zyxwv";

  private final List<String> log = new ArrayList<>();
  private final ExecutionContext context = mock(ExecutionContext.class);
  private final World world = new World(World.settings().limit(2).build());
  private final UseCases useCases = world.useCases(world.crm, world.queue);
  private final AtomicLong storageRequests = new AtomicLong();
  private final AtomicLong throttled = new AtomicLong();
  private final AtomicLong skipped = new AtomicLong();
  private final Meter meter =
      new Meter(
          world.clock,
          () ->
              new GraphUse(
                  world.outlook.calls(),
                  throttled.get(),
                  Duration.ofSeconds(7 * throttled.get()),
                  skipped.get()),
          storageRequests::incrementAndGet,
          useCases.runs()::countWaiting,
          () -> new InMemoryBacklog(world.queue));

  @BeforeEach
  void logIsHeard() {
    Logger logger = Logger.getAnonymousLogger();
    logger.setUseParentHandlers(false);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            log.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
    when(context.getLogger()).thenReturn(logger);
    when(context.getFunctionName()).thenReturn("Measured");
    for (String user : List.of("u1", "u2", "u3")) {
      world.crm.putUser(
          user, user + "." + PERSONAL.toLowerCase(Locale.ROOT) + "@example.com", true);
    }
    for (int i = 1; i <= 7; i++) {
      world.crm.put(personal("c" + i, "u1", "u2"));
    }
  }

  @Test
  void aQuietNightIsMeasuredThoughNothingHappens() {
    night();
    log.clear();
    night();
    assertThat(numbers(Metric.RUN_STARTED)).containsExactly(1.0);
    assertThat(numbers(Metric.RUN_CONTACTS_READ)).containsExactly(7.0);
    assertThat(numbers(Metric.RUN_PAIRS_QUEUED)).containsExactly(0.0);
    assertThat(words(Metric.RUN_DURATION, Dimension.STATUS)).containsExactly("completed");
    assertThat(numbers(Metric.STEP_CONTACTS_READ)).containsExactly(3.0, 3.0, 1.0);
    assertThat(numbers(Metric.PAIR_DURATION)).isEmpty();
    assertThat(numbers(Metric.REMOVALS_HELD)).isNotEmpty().containsOnly(0.0);
    assertThat(numbers(Metric.MAILBOXES_PARKED)).containsOnly(0.0);
  }

  @Test
  void aPairIsOneLineWithWhatBecameOfIt() {
    night();
    List<String> looks = words(Metric.PAIR_DURATION, Dimension.OUTCOME);
    assertThat(looks).filteredOn("created"::equals).hasSize(14);
    assertThat(looks)
        .as("in each mailbox it is asked whether the folder was there")
        .filteredOn("unchanged"::equals)
        .hasSize(2);
    assertThat(looks).hasSize(16);
    assertThat(words(Metric.PAIR_DURATION, Dimension.USER)).contains("u1", "u2");
    assertThat(sum(Metric.GRAPH_REQUESTS)).isEqualTo(world.outlook.calls());
  }

  @Test
  void aThrottledPairSaysHowLongItWasToWait() {
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            if (call == MailboxCall.CREATE && throttled.compareAndSet(0, 1)) {
              throw new MailboxBusy(
                  MailboxBusy.Cause.THROTTLED, "429", Optional.of(Duration.ofSeconds(7)));
            }
          }
        });
    night();
    assertThat(words(Metric.GRAPH_THROTTLED, Dimension.OUTCOME)).containsExactly("later");
    assertThat(numbers(Metric.GRAPH_RETRY_AFTER)).containsExactly(7.0);
  }

  @Test
  void whatOfAMailboxCouldNotBeReadIsToldWithTheLookOrTheStepThatListedIt() {
    night();
    oneItemOfEachFolderCannotBeRead();
    world.crm.put(personal("c99", "u1"));
    night();
    fullRun();
    assertThat(sum(Metric.GRAPH_SKIPPED)).isEqualTo((double) skipped.get()).isPositive();
    assertThat(words(Metric.GRAPH_SKIPPED, Dimension.OUTCOME)).contains("created");
    assertThat(words(Metric.GRAPH_SKIPPED, Dimension.STEP)).contains("mailboxes");
  }

  @Test
  void aWithdrawnCopySaysHowLongItWasThere() {
    night();
    log.clear();
    world.crm.put(personal("c1", "u1"));
    night();
    assertThat(words(Metric.REMOVAL_LATENCY, Dimension.USER)).containsExactly("u2");
    assertThat(numbers(Metric.REMOVAL_LATENCY)).allMatch(seconds -> seconds < 600);
  }

  @Test
  void heldRemovalsAreToldUntilAnAdminDecides() {
    night();
    for (int i = 1; i <= 4; i++) {
      world.crm.put(personal("c" + i, "u1"));
    }
    log.clear();
    night();
    assertThat(last(Metric.REMOVALS_HELD)).isEqualTo(4);
    assertThat(words(Metric.RUN_DURATION, Dimension.STATUS)).containsExactly("removalsHeld");
    String run = world.runs.latest().orElseThrow().value().runId();
    useCases.removals().decideRemovals().release(Held.ADMIN_PERSON, run);
    drain();
    assertThat(last(Metric.REMOVALS_HELD)).isZero();
    assertThat(numbers(Metric.REMOVAL_LATENCY)).hasSize(4);
  }

  @Test
  void aParkedMailboxIsCountedByItsReason() {
    mailbox("u2").close(MailboxClosed.Cause.OUT_OF_SCOPE);
    night();
    night();
    assertThat(last(Metric.MAILBOXES_PARKED)).isEqualTo(1);
    assertThat(last(Metric.MAILBOXES_ACTIVE)).isEqualTo(3);
    assertThat(words(Metric.MAILBOXES_PARKED_FOR, Dimension.REASON)).contains("outOfScope");
  }

  @Test
  void aNoticeThatHoldsRemovalsIsTold() {
    for (int i = 10; i < 40; i++) {
      world.crm.put(personal("d" + i, "u1"));
    }
    night();
    for (int i = 10; i < 40; i++) {
      world.crm.put(personal("d" + i));
    }
    log.clear();
    notice(
        world.crm.ids().stream()
            .filter(id -> id.value().startsWith("d"))
            .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(last(Metric.REMOVALS_HELD)).isEqualTo(30);
  }

  @Test
  void aPoisonMessageIsCountedAndItsRunHasFailed() {
    new NightlySync(useCases.runs()::startRun, meter).run("{}", context);
    StepMessage step = world.queue.runSteps().takeNext().orElseThrow();
    poison(Optional.empty(), Optional.of(step)).snapshotPages("", context);
    assertThat(words(Metric.POISON_MESSAGES, Dimension.QUEUE)).containsExactly("snapshot-pages");
    assertThat(words(Metric.RUN_DURATION, Dimension.STATUS)).containsExactly("failed");
  }

  /** Names, addresses, numbers and mailboxes carry a marker; ids do not. */
  @Test
  void everyMetricIsWrittenAndNoLineHoldsAnythingPersonal() {
    aThrottledPairSaysHowLongItWasToWait();
    List<String> all = new ArrayList<>(log);
    for (Runnable scene :
        List.<Runnable>of(
            this::heldRemovalsAreToldUntilAnAdminDecides,
            this::aNoticeThatHoldsRemovalsIsTold,
            this::failedPair)) {
      scene.run();
      all.addAll(log);
    }
    mailbox("u1").close(MailboxClosed.Cause.FULL);
    world.crm.put(personal("c9", "u1"));
    night();
    night();
    oneItemOfEachFolderCannotBeRead();
    fullRun();
    all.addAll(log);
    log.addAll(all);
    Set<String> written = new TreeSet<>();
    lines().forEach(line -> line.path("values").fieldNames().forEachRemaining(written::add));
    assertThat(written)
        .isEqualTo(
            Arrays.stream(Metric.values())
                .map(Metric::code)
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(all).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("zyxwv"));
    assertThat(all).noneMatch(line -> line.contains("5550100"));
  }

  /** Where Azure wakes no function for a queue, none measures it: the timer does. */
  @Test
  void aQueueThatNobodyWorksOnIsMeasuredAllTheSame() {
    new NightlySync(useCases.runs()::startRun, meter).run("{}", context);
    world.clock.forward(Duration.ofMinutes(45));
    log.clear();

    new WatchQueues(meter).run("{}", context);

    assertThat(lines())
        .anySatisfy(
            line -> {
              assertThat(line.path("queue").asText()).isEqualTo("snapshot-pages");
              assertThat(line.at("/values/queue.age").asLong()).isEqualTo(45 * 60);
            });
  }

  @Test
  void measuringFailsNothing() {
    Meter broken =
        new Meter(
            world.clock,
            () -> new GraphUse(0, 0, Duration.ZERO, 0),
            () -> 0,
            () -> {
              throw new IllegalStateException(PERSONAL);
            },
            () -> {
              throw new IllegalStateException(PERSONAL);
            });
    new NightlySync(useCases.runs()::startRun, broken).run("{}", context);
    assertThat(world.queue.runSteps().isEmpty()).isFalse();
    assertThat(log).anyMatch(line -> line.startsWith("not measured: "));
    assertThat(log).noneMatch(line -> line.contains(PERSONAL));
  }

  private void oneItemOfEachFolderCannotBeRead() {
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            if (call == MailboxCall.LIST || call == MailboxCall.FIND) {
              skipped.incrementAndGet();
            }
          }
        });
  }

  private void fullRun() {
    world.clock.forward(Duration.ofHours(1));
    useCases.runs().startRun().byHand(Held.ADMIN_PERSON, Run.Mode.FULL);
    drain();
  }

  private void failedPair() {
    PairMessage pair = PairMessage.of(new PairId(new UserId("u1"), new ContactId("c5")));
    poison(Optional.of(pair), Optional.empty()).contactSync("", context);
  }

  private PoisonQueues poison(Optional<PairMessage> pair, Optional<StepMessage> step) {
    return new PoisonQueues(
        new PoisonQueues.Formats(
            text -> pair.orElseThrow(), text -> step.orElseThrow(), text -> step.orElseThrow()),
        useCases.pairs()::failPair,
        useCases.runs()::failRun,
        useCases.notices()::endNotice,
        meter);
  }

  private static CrmContact personal(String id, String... team) {
    return People.email(
        People.city(
            People.position(People.person(id, PERSONAL + id, team), PERSONAL), PERSONAL + "town"),
        PERSONAL + id + "@example.com");
  }

  private FakeMailbox mailbox(String user) {
    return world.outlook.at(user + "." + PERSONAL + "@example.com");
  }

  private void night() {
    world.clock.forward(Duration.ofHours(23));
    new NightlySync(useCases.runs()::startRun, meter).run("{}", context);
    drain();
  }

  private void notice(NavigableSet<ContactId> ids) {
    Caller backEnd = ApiWorld.application("crm", Caller.Role.ON_BEHALF);
    useCases.notices().acceptNotice().accept(backEnd, ids);
    drain();
  }

  private void drain() {
    Instant end = world.clock.instant().plus(Duration.ofMinutes(30));
    while (!world.queue.firstVisibleAt().isAfter(end)) {
      world.clock.forwardTo(world.queue.firstVisibleAt());
      workOne();
    }
  }

  private void workOne() {
    world
        .queue
        .runSteps()
        .takeNext()
        .ifPresent(
            step ->
                new SnapshotPage(text -> step, useCases.runs()::advanceRun, meter)
                    .run("", context));
    world
        .queue
        .changes()
        .takeNext()
        .ifPresent(
            step ->
                new FanOutChanges(text -> step, useCases.notices()::advanceNotice, meter)
                    .run("", context));
    world
        .queue
        .pairs(Lane.NIGHTLY)
        .takeNext()
        .ifPresent(
            pair ->
                new SyncContact(text -> pair, useCases.pairs()::reconcilePair, meter)
                    .nightly("", context));
    world
        .queue
        .pairs(Lane.NOW)
        .takeNext()
        .ifPresent(
            pair ->
                new SyncContact(text -> pair, useCases.pairs()::reconcilePair, meter)
                    .now("", context));
  }

  private Stream<JsonNode> lines() {
    return log.stream()
        .filter(line -> line.startsWith(Measurement.MARK))
        .map(line -> json(line.substring(Measurement.MARK.length())));
  }

  private Stream<JsonNode> of(Metric metric) {
    return lines().filter(line -> line.path("values").has(metric.code()));
  }

  private List<Double> numbers(Metric metric) {
    return of(metric).map(line -> line.path("values").path(metric.code()).asDouble()).toList();
  }

  private double sum(Metric metric) {
    return numbers(metric).stream().mapToDouble(Double::doubleValue).sum();
  }

  private double last(Metric metric) {
    List<Double> all = numbers(metric);
    return all.get(all.size() - 1);
  }

  private List<String> words(Metric metric, Dimension dimension) {
    return of(metric).map(line -> line.path(dimension.code()).asText()).toList();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
