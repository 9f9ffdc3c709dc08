package io.crmsync.functions.timer;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import io.crmsync.functions.measure.Meter;

/**
 * A timer that measures every 15 minutes for how long messages have waited. The functions that work
 * on a queue measure it too, but only while they run: that Azure does not wake them is seen here.
 */
public final class WatchQueues {
  private final Meter meter;

  public WatchQueues(Meter meter) {
    this.meter = meter;
  }

  @FunctionName("WatchQueues")
  public void run(
      @TimerTrigger(name = "timer", schedule = "0 */15 * * * *") String timer,
      ExecutionContext context) {
    meter.queues(context);
  }
}
