package io.crmsync.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.sync.port.RunMessage;
import io.crmsync.sync.run.DoStep;
import java.util.function.Function;
import java.util.function.Supplier;

/** One step of a run: users and groups, a page of the CRM's contacts, the guard, the release. */
public final class SnapshotPage {
  private final Function<String, RunMessage> format;
  private final Supplier<DoStep> doStep;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public SnapshotPage(Function<String, RunMessage> format, Supplier<DoStep> doStep, Meter meter) {
    this.format = format;
    this.doStep = doStep;
    this.meter = meter;
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
          DoStep.Done done =
              meter.step(
                  context,
                  () -> doStep.get().now(step, words -> context.getLogger().warning(words)));
          return "run " + step.runId() + " step " + step.sequence() + ": " + done.words();
        });
  }
}
