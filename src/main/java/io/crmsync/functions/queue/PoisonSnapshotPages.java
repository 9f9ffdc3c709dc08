package io.crmsync.functions.queue;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.functions.measure.Meter;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.run.FailRun;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads what SnapshotPage could not digest: the run fails, removes nothing, and the next is new.
 */
public final class PoisonSnapshotPages {
  private final Function<String, StepMessage> format;
  private final Supplier<FailRun> failRun;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public PoisonSnapshotPages(
      Function<String, StepMessage> format, Supplier<FailRun> failRun, Meter meter) {
    this.format = format;
    this.failRun = failRun;
    this.meter = meter;
  }

  @FunctionName("PoisonSnapshotPages")
  public void run(
      @QueueTrigger(
              name = "message",
              queueName = "snapshot-pages-poison",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    QueueDoor.digest(
        context,
        () -> {
          meter.poisoned(context, "snapshot-pages");
          StepMessage step = format.apply(message);
          failRun.get().fail(step).ifPresent(run -> meter.ended(context, run));
          return "run " + step.task() + " failed at step " + step.sequence();
        });
  }
}
