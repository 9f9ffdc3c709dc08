package io.crmsync.functions.queue;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.functions.measure.Meter;
import io.crmsync.sync.notice.EndNotice;
import io.crmsync.sync.pair.FailPair;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.run.FailRun;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads what the other queue functions failed to process, however often the host delivered it: it
 * is counted, somebody can see what became of it, and what can be tried again is.
 */
public final class PoisonQueues {
  private final Formats formats;
  private final Supplier<FailPair> failPair;
  private final Supplier<FailRun> failRun;
  private final Supplier<EndNotice> endNotice;
  private final Meter meter;

  /** What reads the messages of each queue, or says what is wrong with one. */
  public record Formats(
      Function<String, PairMessage> pairs,
      Function<String, StepMessage> runs,
      Function<String, StepMessage> notices) {}

  /** Takes the use cases, which are made when the first message needs them. */
  public PoisonQueues(
      Formats formats,
      Supplier<FailPair> failPair,
      Supplier<FailRun> failRun,
      Supplier<EndNotice> endNotice,
      Meter meter) {
    this.formats = formats;
    this.failPair = failPair;
    this.failRun = failRun;
    this.endNotice = endNotice;
    this.meter = meter;
  }

  /** The pair shows it, and is tried the next night. */
  @FunctionName("PoisonContactSync")
  public void contactSync(
      @QueueTrigger(
              name = "message",
              queueName = "contact-sync-poison",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    failPair("contact-sync", message, context);
  }

  /** The pair shows it, and is tried the next night. */
  @FunctionName("PoisonContactSyncNow")
  public void contactSyncNow(
      @QueueTrigger(
              name = "message",
              queueName = "contact-sync-now-poison",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    failPair("contact-sync-now", message, context);
  }

  /** The run fails, removes nothing, and the next is new. */
  @FunctionName("PoisonSnapshotPages")
  public void snapshotPages(
      @QueueTrigger(
              name = "message",
              queueName = "snapshot-pages-poison",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    read(
        "snapshot-pages",
        context,
        () -> {
          StepMessage step = formats.runs().apply(message);
          failRun.get().fail(step).ifPresent(run -> meter.ended(context, run));
          return "run " + step.task() + " failed at step " + step.sequence();
        });
  }

  /** The request fails, so that the CRM sees it. */
  @FunctionName("PoisonContactChanges")
  public void contactChanges(
      @QueueTrigger(
              name = "message",
              queueName = "contact-changes-poison",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    read(
        "contact-changes",
        context,
        () -> {
          StepMessage step = formats.notices().apply(message);
          endNotice.get().poisoned(step);
          return "notice " + step.task() + " failed at step " + step.sequence();
        });
  }

  private void failPair(String queue, String message, ExecutionContext context) {
    read(
        queue,
        context,
        () -> {
          PairMessage pair = formats.pairs().apply(message);
          failPair.get().fail(pair);
          return pair.user() + "/" + pair.contact() + ": failed, tried again the next night";
        });
  }

  private void read(String queue, ExecutionContext context, Supplier<String> work) {
    QueueMiddleware.runAndLog(
        context,
        () -> {
          meter.poisoned(context, queue);
          return work.get();
        });
  }
}
