package io.crmsync.functions.measure;

import com.microsoft.azure.functions.ExecutionContext;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.pair.ReconcileResult;
import io.crmsync.sync.port.Backlog;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.run.CountWaiting;
import io.crmsync.sync.run.RunProgress;
import io.crmsync.sync.step.StepEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Measures what functions do, and writes it to the log of the invocation: a line each, which
 * Application Insights keeps and queries read. Measuring never fails what is measured. Thread-safe.
 */
public final class Meter {
  private static final Duration BETWEEN_BACKLOGS = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Supplier<GraphUse> graph;
  private final LongSupplier storageRequests;
  private final Supplier<CountWaiting> countWaiting;
  private final Supplier<Backlog> backlog;
  private final AtomicLong storageSeen = new AtomicLong();
  private final AtomicReference<Instant> nextBacklog = new AtomicReference<>(Instant.MIN);

  /**
   * Takes what it reads.
   *
   * @param graph what the calling thread sent to Graph so far
   * @param storageRequests how many this instance sent to storage so far
   */
  public Meter(
      InstantSource clock,
      Supplier<GraphUse> graph,
      LongSupplier storageRequests,
      Supplier<CountWaiting> countWaiting,
      Supplier<Backlog> backlog) {
    this.clock = clock;
    this.graph = graph;
    this.storageRequests = storageRequests;
    this.countWaiting = countWaiting;
    this.backlog = backlog;
  }

  /** An attempt at a pair; now and then, how many wait behind it. */
  public void pair(
      ExecutionContext context, PairMessage pair, Lane lane, Supplier<ReconcileResult> attempt) {
    Instant began = clock.instant();
    GraphUse before = graph.get();
    ReconcileResult ended = attempt.get();
    safely(
        context,
        () -> {
          GraphUse sent = graph.get().since(before);
          write(context, PairMeasurement.of(pair, lane, ended, since(began), sent));
          backlogNowAndThen(context);
        });
  }

  /** A step of a run, and what began or ended with it. */
  public StepEngine.Done<Run> step(ExecutionContext context, Supplier<StepEngine.Done<Run>> step) {
    Instant began = clock.instant();
    GraphUse before = graph.get();
    StepEngine.Done<Run> done = step.get();
    RunProgress.of(done)
        .ifPresent(
            progress ->
                safely(
                    context,
                    () -> measure(context, progress, since(began), graph.get().since(before))));
    return done;
  }

  private void measure(
      ExecutionContext context, RunProgress progress, Duration duration, GraphUse sent) {
    if (progress.before().sequence() == 0) {
      write(context, RunMeasurements.started(progress.before()));
    }
    write(context, RunMeasurements.step(progress, duration, sent));
    backlog(context);
    if (progress.ended()) {
      ended(context, progress.after());
    }
    if (progress.ended() || progress.settled()) {
      waiting(context);
    }
  }

  /** A run ended, whatever its status. */
  public void ended(ExecutionContext context, Run run) {
    safely(context, () -> write(context, RunMeasurements.ended(run)));
  }

  /** A message was given up. */
  public void poisoned(ExecutionContext context, String queue) {
    safely(context, () -> write(context, WaitingMeasurements.poisoned(queue)));
  }

  /** What waits for somebody. */
  public void waiting(ExecutionContext context) {
    safely(
        context,
        () ->
            WaitingMeasurements.of(countWaiting.get().now())
                .forEach(measured -> write(context, measured)));
  }

  /** What waits in the queues, and for how long. */
  public void queues(ExecutionContext context) {
    safely(context, () -> backlog(context));
  }

  private void backlogNowAndThen(ExecutionContext context) {
    Instant now = clock.instant();
    Instant due = nextBacklog.get();
    if (!now.isBefore(due) && nextBacklog.compareAndSet(due, now.plus(BETWEEN_BACKLOGS))) {
      backlog(context);
    }
  }

  private void backlog(ExecutionContext context) {
    Instant now = clock.instant();
    backlog.get().waiting().forEach(queue -> write(context, WaitingMeasurements.of(queue, now)));
  }

  private void write(ExecutionContext context, Measurement measured) {
    long total = storageRequests.getAsLong();
    long more = Math.max(0, total - storageSeen.getAndAccumulate(total, Math::max));
    context.getLogger().info(measured.andIfAny(Metric.STORAGE_REQUESTS, more).line());
  }

  private Duration since(Instant began) {
    Duration took = Duration.between(began, clock.instant());
    return took.isNegative() ? Duration.ZERO : took;
  }

  private static void safely(ExecutionContext context, Runnable measuring) {
    try {
      measuring.run();
    } catch (RuntimeException e) {
      context.getLogger().warning("not measured: " + SafeTrace.of(e));
    }
  }
}
