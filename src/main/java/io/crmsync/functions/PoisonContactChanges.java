package io.crmsync.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.sync.notice.EndNotice;
import io.crmsync.sync.port.ChangeMessage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what FanOutChanges could not digest: the request fails, so that the CRM sees it. */
public final class PoisonContactChanges {
  private final Function<String, ChangeMessage> format;
  private final Supplier<EndNotice> endNotice;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public PoisonContactChanges(
      Function<String, ChangeMessage> format, Supplier<EndNotice> endNotice, Meter meter) {
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
          ChangeMessage step = format.apply(message);
          endNotice.get().poisoned(step);
          return "notice " + step.requestId() + " failed at step " + step.sequence();
        });
  }
}
