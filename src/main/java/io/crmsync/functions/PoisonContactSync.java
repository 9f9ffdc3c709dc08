package io.crmsync.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.adapters.storage.PairMessageJson;
import io.crmsync.sync.FailPair;
import io.crmsync.sync.port.PairMessage;
import java.util.function.Supplier;

/** Reads what SyncContact could not digest: the pair shows it, and is tried the next night. */
public final class PoisonContactSync {
  private final Supplier<FailPair> failPair;

  public PoisonContactSync(Supplier<FailPair> failPair) {
    this.failPair = failPair;
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
          PairMessage pair = PairMessageJson.read(message);
          failPair.get().fail(pair);
          return pair.user() + "/" + pair.contact() + ": failed, tried again the next night";
        });
  }
}
