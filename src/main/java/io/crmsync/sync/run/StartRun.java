package io.crmsync.sync.run;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.StepMessage;
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
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final int NIGHTS_AT_MOST = 3;
  private static final int TRIES = 10;
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
   * The night's run; none where the app was told to leave the mailboxes. One that is going on is
   * left alone; one whose last step is more than 30 minutes ago is sent its step again; in the
   * third night it is given up and a new one starts. A dry run gives way to the night. Of several
   * timers at once one is faster, and the others find its run.
   *
   * @return the run that goes on now
   * @throws StaleWrite others started, pushed or ended runs again and again meanwhile
   */
  public Run nightly() {
    for (int tried = 1; tried < TRIES; tried++) {
      try {
        return tonight();
      } catch (StaleWrite e) {
        // what the others made of it is read anew
      }
    }
    return tonight();
  }

  /**
   * Starts the night's run after a try that failed: that one may have written the run and not sent
   * its step.
   *
   * @return the run that goes on now
   * @throws StaleWrite others started runs at the same time, again and again
   */
  public Run nightlyOnceMore() {
    Optional<Run> before = runs.latest().map(Versioned::value);
    Run run = nightly();
    if (goesOn(run) && before.filter(run::equals).isPresent()) {
      sendStep(run);
    }
    return run;
  }

  private Run tonight() {
    Optional<Versioned<Run>> latest = runs.latest();
    Optional<Versioned<Run>> goingOn = latest.filter(run -> goesOn(run.value()));
    Optional<Versioned<Run>> dryRun = goingOn.filter(run -> run.value().dry());
    boolean left = latest.filter(run -> run.value().left()).isPresent();
    if (left && (goingOn.isEmpty() || dryRun.isPresent())) {
      dryRun.ifPresent(this::awaken);
      return latest.get().value();
    }
    if (dryRun.isPresent()) {
      return insteadOf(dryRun.get());
    }
    return goingOn.map(this::pushOrLeave).orElseGet(() -> start(Mode.CHANGES, Run.TIMER, latest));
  }

  /** An uninstall that was decided on goes on until it is carried out. */
  private static boolean goesOn(Run run) {
    boolean leaving = run.mode().uninstalls() && run.phase() == Phase.DECIDED;
    return run.status() == Status.RUNNING || leaving;
  }

  /** No night is skipped for a dry run, which can be asked for again. */
  private Run insteadOf(Versioned<Run> dryRun) {
    runs.write(dryRun.with(dryRun.value().superseded(clock.instant())));
    return start(Mode.CHANGES, Run.TIMER, Optional.of(dryRun));
  }

  /**
   * A run that an admin asks for.
   *
   * @param mode changes; full: every pair is reconciled again; or dryRun: nothing is done
   * @return the run; refused while another goes on, which gets its step again if it stands still,
   *     or has not begun for a minute
   */
  public Granted<Run> byHand(Caller caller, Mode mode) {
    return Granted.toAdmin(caller, () -> unlessRunning(caller, mode));
  }

  private Granted<Run> unlessRunning(Caller caller, Mode mode) {
    Optional<Versioned<Run>> latest = runs.latest();
    Optional<Versioned<Run>> goingOn = latest.filter(run -> goesOn(run.value()));
    if (goingOn.isPresent()) {
      awaken(goingOn.get());
      return Granted.refused(Refusal.RUN_GOES_ON);
    }
    try {
      return Granted.of(start(mode, caller.recordedName(), latest));
    } catch (StaleWrite e) {
      return Granted.refused(Refusal.RUN_GOES_ON);
    }
  }

  /** Does not count as a night: however often an admin asks, the run is not given up. */
  private void awaken(Versioned<Run> running) {
    Run run = running.value();
    if (notBegun(run)) {
      sendStep(run); // who started it may have been unable to
      return;
    }
    if (!standsStill(run)) {
      return;
    }
    try {
      runs.write(running.with(run.waiting(clock.instant())));
      sendStep(run);
    } catch (StaleWrite e) {
      return; // it moves: it did a step just now, or others awoke it
    }
  }

  private boolean notBegun(Run run) {
    return run.sequence() == 0 && !clock.instant().isBefore(run.startedAt().plus(A_MINUTE));
  }

  private boolean standsStill(Run run) {
    return !clock.instant().isBefore(run.heartbeat().plus(STANDS_STILL));
  }

  private Run pushOrLeave(Versioned<Run> running) {
    Run run = running.value();
    if (!standsStill(run)) {
      return run;
    }
    if (run.nights() + 1 >= NIGHTS_AT_MOST && run.status() == Status.RUNNING) {
      Run failed = run.failed("stood still for " + NIGHTS_AT_MOST + " nights", clock.instant());
      runs.write(running.with(failed));
      if (failed.left()) {
        return failed; // the app comes back by an admin's hand alone
      }
      return start(Mode.CHANGES, Run.TIMER, Optional.of(running));
    }
    Run pushed = run.pushed(clock.instant());
    runs.write(running.with(pushed));
    sendStep(run);
    return pushed;
  }

  private Run start(Mode mode, String by, Optional<Versioned<Run>> latest) {
    latest.ifPresent(this::dropUndecided);
    Instant now = clock.instant();
    boolean left = latest.filter(run -> run.value().left()).isPresent() && !mode.comesBack();
    Run run =
        Run.started(RUN_ID.format(now) + "-" + ids.get(), mode, by, now)
            .counted(left ? RunCounts.NONE.with(RunCounts.LEFT, 1) : RunCounts.NONE);
    runs.start(run, latest.map(before -> before.value().runId()));
    sendStep(run);
    return run;
  }

  private void sendStep(Run run) {
    queue.sendRunStep(new StepMessage(run.runId(), run.sequence(), 0), Duration.ZERO);
  }

  /**
   * An uninstall that nobody decided on is dropped, under its version, before another run begins:
   * either the decision or the new run is first, never both.
   */
  private void dropUndecided(Versioned<Run> latest) {
    Run run = latest.value();
    if (run.mode().uninstalls() && run.status() == Status.REMOVALS_HELD) {
      Instant ended = run.finishedAt().orElse(clock.instant());
      runs.write(latest.with(run.ended(Status.SUPERSEDED, run.error(), ended)));
    }
  }
}
