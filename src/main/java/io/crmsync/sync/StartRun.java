package io.crmsync.sync;

import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.Run;
import io.crmsync.sync.port.Run.Mode;
import io.crmsync.sync.port.Run.Phase;
import io.crmsync.sync.port.Run.Status;
import io.crmsync.sync.port.RunCounts;
import io.crmsync.sync.port.RunMessage;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts a run of the snapshot, one at a time, or gives one that stands still a push. */
public final class StartRun {
  private static final Duration STANDS_STILL = Duration.ofMinutes(30);
  private static final int NIGHTS_AT_MOST = 3;
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final RunStore runs;
  private final JobQueue queue;
  private final Clock clock;
  private final Supplier<String> ids;

  public StartRun(RunStore runs, JobQueue queue, Clock clock, Supplier<String> ids) {
    this.runs = runs;
    this.queue = queue;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The night's run. One that is going on is left alone; one whose last step is more than 30
   * minutes ago is sent its step again; in the third night it is given up and a new one starts.
   *
   * @return the run that goes on now
   */
  public Run nightly() {
    Optional<Versioned<Run>> latest = runs.latest();
    Optional<Versioned<Run>> running = latest.filter(run -> run.value().status() == Status.RUNNING);
    return running.map(this::pushOrLeave).orElseGet(() -> start(Mode.CHANGES, latest));
  }

  private Run pushOrLeave(Versioned<Run> running) {
    Run run = running.value();
    if (clock.instant().isBefore(run.heartbeat().plus(STANDS_STILL))) {
      return run;
    }
    if (run.nights() + 1 >= NIGHTS_AT_MOST) {
      Run failed = run.failed("stood still for " + NIGHTS_AT_MOST + " nights", clock.instant());
      runs.write(running.with(failed));
      return start(Mode.CHANGES, Optional.of(running));
    }
    Run pushed = run.pushed(clock.instant());
    runs.write(running.with(pushed));
    queue.sendRunStep(new RunMessage(run.runId(), run.sequence(), 0), Duration.ZERO);
    return pushed;
  }

  private Run start(Mode mode, Optional<Versioned<Run>> latest) {
    Instant now = clock.instant();
    Run run =
        new Run(
            RUN_ID.format(now) + "-" + ids.get(),
            mode,
            Status.RUNNING,
            Phase.DIRECTORY,
            0,
            "",
            now,
            now,
            0,
            Optional.empty(),
            RunCounts.NONE,
            "");
    runs.start(run, latest.map(before -> before.value().runId()));
    queue.sendRunStep(new RunMessage(run.runId(), 0, 0), Duration.ZERO);
    return run;
  }
}
