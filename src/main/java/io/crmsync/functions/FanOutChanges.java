package io.crmsync.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.sync.notice.AdvanceNotice;
import io.crmsync.sync.port.ChangeMessage;
import java.util.function.Function;
import java.util.function.Supplier;

/** One step of a change notice: what the CRM named is read anew and its pairs are queued. */
public final class FanOutChanges {
  private final Function<String, ChangeMessage> format;
  private final Supplier<AdvanceNotice> advanceNotice;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public FanOutChanges(
      Function<String, ChangeMessage> format, Supplier<AdvanceNotice> advanceNotice, Meter meter) {
    this.format = format;
    this.advanceNotice = advanceNotice;
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
    QueueDoor.digest(
        context,
        () -> {
          ChangeMessage step = format.apply(message);
          AdvanceNotice.Step done = advanceNotice.get().step(step);
          if (done.decided()) {
            meter.stock(context);
          }
          return "notice " + step.requestId() + ": " + done.words();
        });
  }
}
