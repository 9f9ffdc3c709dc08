package io.crmsync.functions.queue;

import com.microsoft.azure.functions.ExecutionContext;
import io.crmsync.functions.measure.SafeTrace;
import java.util.function.Supplier;

/**
 * What every queue function does around its own work: logs what became of the message, and of a
 * failure tells ids, kinds and places only (R20). A failure goes on to the host, which delivers the
 * message again and in the end, as host.json says, puts it on the poison queue: by then storage had
 * half an hour to answer (docs/adr/0020).
 */
public final class QueueMiddleware {
  private QueueMiddleware() {}

  /** Takes the work, which gives the words for the log. */
  static void runAndLog(ExecutionContext context, Supplier<String> work) {
    run(context, () -> context.getLogger().info(work.get()));
  }

  /** Takes work that says itself in the log what became of it. */
  static void run(ExecutionContext context, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      context.getLogger().severe(context.getFunctionName() + ": " + SafeTrace.of(e));
      throw new FailedMessage(SafeTrace.of(e));
    }
  }

  /** Thrown in place of the failure, whose own message could quote what it was about. */
  public static final class FailedMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedMessage(String trace) {
      super(trace);
    }
  }
}
