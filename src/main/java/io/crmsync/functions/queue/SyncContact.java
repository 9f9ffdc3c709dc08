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

/** A pair is reconciled: the same use case on two queues, so that nobody waits behind a night. */
public final class SyncContact {
  private final Function<String, PairMessage> format;
  private final Supplier<ReconcilePair> reconcilePair;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public SyncContact(
      Function<String, PairMessage> format, Supplier<ReconcilePair> reconcilePair, Meter meter) {
    this.format = format;
    this.reconcilePair = reconcilePair;
    this.meter = meter;
  }

  /** A pair of the night's work. */
  @FunctionName("SyncContact")
  public void nightly(
      @QueueTrigger(
              name = "message",
              queueName = "contact-sync",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    reconcile(message, Lane.NIGHTLY, context);
  }

  /** A pair that a person waits for. */
  @FunctionName("SyncContactNow")
  public void now(
      @QueueTrigger(
              name = "message",
              queueName = "contact-sync-now",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    reconcile(message, Lane.NOW, context);
  }

  private void reconcile(String message, Lane lane, ExecutionContext context) {
    QueueMiddleware.run(
        context,
        () -> {
          PairMessage pair = format.apply(message);
          meter.pair(context, pair, lane, () -> reconcilePair.get().reconcile(pair, lane));
        });
  }
}
