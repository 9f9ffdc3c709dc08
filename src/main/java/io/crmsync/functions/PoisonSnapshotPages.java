package io.crmsync.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.adapters.storage.RunMessageJson;
import io.crmsync.sync.FailRun;
import io.crmsync.sync.port.RunMessage;
import java.util.function.Supplier;

/**
 * Reads what SnapshotPage could not digest: the run fails, removes nothing, and the next is new.
 */
public final class PoisonSnapshotPages {
  private final Supplier<FailRun> failRun;

  public PoisonSnapshotPages(Supplier<FailRun> failRun) {
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
          RunMessage step = RunMessageJson.read(message);
          failRun.get().fail(step);
          return "run " + step.runId() + " failed at step " + step.sequence();
        });
  }
}
