package io.crmsync.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.sync.port.RunMessage;
import io.crmsync.sync.run.FailRun;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads what SnapshotPage could not digest: the run fails, removes nothing, and the next is new.
 */
public final class PoisonSnapshotPages {
  private final Function<String, RunMessage> format;
  private final Supplier<FailRun> failRun;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public PoisonSnapshotPages(
      Function<String, RunMessage> format, Supplier<FailRun> failRun, Meter meter) {
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
          RunMessage step = format.apply(message);
          failRun.get().fail(step).ifPresent(run -> meter.ended(context, run));
          return "run " + step.runId() + " failed at step " + step.sequence();
        });
  }
}
