package io.crmsync.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.sync.AdvanceRun;
import io.crmsync.sync.port.RunMessage;
import java.util.function.Function;
import java.util.function.Supplier;

/** One step of a run: users and groups, a page of the CRM's contacts, the guard, the release. */
public final class SnapshotPage {
  private final Function<String, RunMessage> format;
  private final Supplier<AdvanceRun> advanceRun;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public SnapshotPage(Function<String, RunMessage> format, Supplier<AdvanceRun> advanceRun) {
    this.format = format;
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
          RunMessage step = format.apply(message);
          AdvanceRun.Step done =
              advanceRun.get().step(step, words -> context.getLogger().warning(words));
          return "run " + step.runId() + " step " + step.sequence() + ": " + done.words();
        });
  }
}
