package io.crmsync.functions.queue;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.functions.measure.Meter;
import io.crmsync.sync.pair.FailPair;
import io.crmsync.sync.port.PairMessage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what SyncContact could not digest: the pair shows it, and is tried the next night. */
public final class PoisonContactSync {
  private final Function<String, PairMessage> format;
  private final Supplier<FailPair> failPair;
  private final Meter meter;

  /** Takes the use case, and what reads a message or says what is wrong with it. */
  public PoisonContactSync(
      Function<String, PairMessage> format, Supplier<FailPair> failPair, Meter meter) {
    this.format = format;
    this.failPair = failPair;
    this.meter = meter;
  }

  @FunctionName("PoisonContactSync")
  public void run(
      @QueueTrigger(
              name = "message",
              queueName = "contact-sync-poison",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    QueueDoor.digest(
        context,
        () -> {
          meter.poisoned(context, "contact-sync");
          PairMessage pair = format.apply(message);
          failPair.get().fail(pair);
          return pair.user() + "/" + pair.contact() + ": failed, tried again the next night";
        });
  }
}
