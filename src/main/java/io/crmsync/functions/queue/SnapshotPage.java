package io.crmsync.functions.queue;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.domain.run.Run;
import io.crmsync.functions.measure.Meter;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.step.StepEngine;
import java.util.function.Function;
import java.util.function.Supplier;

/** One step of a run: users and groups, a page of the CRM's contacts, the guard, the release. */
public final class SnapshotPage {
  private final Function<String, StepMessage> format;
  private final Supplier<StepEngine<Run>> advance;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public SnapshotPage(
      Function<String, StepMessage> format, Supplier<StepEngine<Run>> advance, Meter meter) {
    this.format = format;
    this.advance = advance;
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
    QueueMiddleware.runAndLog(
        context,
        () -> {
          StepMessage step = format.apply(message);
          StepEngine.Done<Run> done =
              meter.step(
                  context,
                  () -> advance.get().step(step, words -> context.getLogger().warning(words)));
          return "run " + step.task() + " step " + step.sequence() + ": " + done.words();
        });
  }
}
