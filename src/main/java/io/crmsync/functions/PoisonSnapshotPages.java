package io.crmsync.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.sync.FailRun;
import io.crmsync.sync.port.RunMessage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads what SnapshotPage could not digest: the run fails, removes nothing, and the next is new.
 */
public final class PoisonSnapshotPages {
  private final Function<String, RunMessage> format;
  private final Supplier<FailRun> failRun;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public PoisonSnapshotPages(Function<String, RunMessage> format, Supplier<FailRun> failRun) {
    this.format = format;
    this.failRun = failRun;
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
          RunMessage step = format.apply(message);
          failRun.get().fail(step);
          return "run " + step.runId() + " failed at step " + step.sequence();
        });
  }
}
