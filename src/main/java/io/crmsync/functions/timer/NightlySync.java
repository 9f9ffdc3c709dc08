package io.crmsync.functions.timer;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FixedDelayRetry;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import io.crmsync.domain.run.Run;
import io.crmsync.functions.measure.Meter;
import io.crmsync.sync.run.StartRun;
import java.util.Optional;
import java.util.function.Supplier;

/** The timer: starts the night's run, or pushes on one that stands still. */
public final class NightlySync {
  private final Supplier<StartRun> startRun;
  private final Meter meter;

  public NightlySync(Supplier<StartRun> startRun, Meter meter) {
    this.startRun = startRun;
    this.meter = meter;
  }

  /** Called again after 5 minutes where storage does not answer, for 40 minutes. */
  @FunctionName("NightlySync")
  @FixedDelayRetry(maxRetryCount = 8, delayInterval = "00:05:00")
  public void run(
      @TimerTrigger(name = "timer", schedule = "%SYNC_SCHEDULE%") String timer,
      ExecutionContext context) {
    Run run = calledAgain(context) ? startRun.get().nightlyOnceMore() : startRun.get().nightly();
    context
        .getLogger()
        .info("run " + run.runId() + ": " + run.status().code() + ", step " + run.sequence());
    meter.waiting(context);
  }

  /** Whether an earlier try threw: it may have come half-way. */
  private static boolean calledAgain(ExecutionContext context) {
    return Optional.ofNullable(context.getRetryContext())
        .filter(retry -> retry.getRetrycount() > 0)
        .isPresent();
  }
}
