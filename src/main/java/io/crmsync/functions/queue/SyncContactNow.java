package io.crmsync.functions.queue;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.functions.measure.Meter;
import io.crmsync.sync.pair.ReconcilePair;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.PairMessage;
import java.util.function.Function;
import java.util.function.Supplier;

/** A pair that a person waits for: the same use case on a queue of its own. */
public final class SyncContactNow {
  private final Function<String, PairMessage> format;
  private final Supplier<ReconcilePair> reconcilePair;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public SyncContactNow(
      Function<String, PairMessage> format, Supplier<ReconcilePair> reconcilePair, Meter meter) {
    this.format = format;
    this.reconcilePair = reconcilePair;
    this.meter = meter;
  }

  @FunctionName("SyncContactNow")
  public void run(
      @QueueTrigger(
              name = "message",
              queueName = "contact-sync-now",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    QueueDoor.attempt(
        context,
        () -> {
          PairMessage pair = format.apply(message);
          meter.pair(context, pair, Lane.NOW, () -> reconcilePair.get().reconcile(pair, Lane.NOW));
        });
  }
}
