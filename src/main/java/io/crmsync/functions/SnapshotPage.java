package io.crmsync.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.adapters.storage.RunMessageJson;
import io.crmsync.sync.AdvanceRun;
import io.crmsync.sync.port.RunMessage;
import java.util.function.Supplier;

/** One step of a run: users and groups, a page of the CRM's contacts, the guard, the release. */
public final class SnapshotPage {
  private final Supplier<AdvanceRun> advanceRun;

  public SnapshotPage(Supplier<AdvanceRun> advanceRun) {
    this.advanceRun = advanceRun;
  }

  @FunctionName("SnapshotPage")
  public void run(
      @QueueTrigger(
              name = "message",
              queueName = "snapshot-pages",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    QueueDoor.digest(
        context,
        () -> {
          RunMessage step = RunMessageJson.read(message);
          AdvanceRun.Step done =
              advanceRun.get().step(step, words -> context.getLogger().warning(words));
          return "run " + step.runId() + " step " + step.sequence() + ": " + done.words();
        });
  }
}
