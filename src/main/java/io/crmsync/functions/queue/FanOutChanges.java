package io.crmsync.functions.queue;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.functions.measure.Meter;
import io.crmsync.sync.notice.NoticeTask;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.step.StepEngine;
import java.util.function.Function;
import java.util.function.Supplier;

/** One step of a change notice: what the CRM named is read anew and its pairs are queued. */
public final class FanOutChanges {
  private final Function<String, StepMessage> format;
  private final Supplier<StepEngine<NoticeTask>> advance;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public FanOutChanges(
      Function<String, StepMessage> format, Supplier<StepEngine<NoticeTask>> advance, Meter meter) {
    this.format = format;
    this.advance = advance;
    this.meter = meter;
  }

  @FunctionName("FanOutChanges")
  public void run(
      @QueueTrigger(
              name = "message",
              queueName = "contact-changes",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    QueueMiddleware.runAndLog(
        context,
        () -> {
          StepMessage step = format.apply(message);
          StepEngine.Done<NoticeTask> done =
              advance.get().step(step, words -> context.getLogger().warning(words));
          if (done.before().filter(NoticeTask::decides).isPresent()) {
            meter.waiting(context);
          }
          return "notice " + step.task() + ": " + done.words();
        });
  }
}
