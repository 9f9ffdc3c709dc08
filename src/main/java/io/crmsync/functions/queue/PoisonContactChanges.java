package io.crmsync.functions.queue;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.functions.measure.Meter;
import io.crmsync.sync.notice.EndNotice;
import io.crmsync.sync.port.StepMessage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what FanOutChanges could not digest: the request fails, so that the CRM sees it. */
public final class PoisonContactChanges {
  private final Function<String, StepMessage> format;
  private final Supplier<EndNotice> endNotice;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public PoisonContactChanges(
      Function<String, StepMessage> format, Supplier<EndNotice> endNotice, Meter meter) {
    this.format = format;
    this.endNotice = endNotice;
    this.meter = meter;
  }

  @FunctionName("PoisonContactChanges")
  public void run(
      @QueueTrigger(
              name = "message",
              queueName = "contact-changes-poison",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    QueueDoor.digest(
        context,
        () -> {
          meter.poisoned(context, "contact-changes");
          StepMessage step = format.apply(message);
          endNotice.get().poisoned(step);
          return "notice " + step.task() + " failed at step " + step.sequence();
        });
  }
}
