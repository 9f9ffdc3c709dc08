package io.crmsync.staged.coldstart.calls;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import io.crmsync.adapters.graph.GraphAddress;
import io.crmsync.adapters.graph.GraphMailboxes;
import io.crmsync.adapters.graph.GraphRequests;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.functions.CompositionRoot;
import io.crmsync.functions.timer.NightlySync;
import io.crmsync.sync.port.Mailbox;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.logging.Logger;

/**
 * The first invocation (NightlySync: a run's row read and written, a message sent) and the first
 * contact made by Graph, in milliseconds.
 */
public final class FirstCalls {
  private static final double NANOS = 1_000_000.0;

  private FirstCalls() {}

  /** Prints: ready after, function took, Graph took. */
  public static void make(String mode, URI graph, long begin) throws Exception {
    NightlySync function = mode.equals("COLD") ? withoutWarmUp() : fromInjector();
    if (mode.equals("WARMED")) {
      awaitWarmUp();
    }
    long ready = System.nanoTime();
    function.run("{}", new Context());
    long called = System.nanoTime();
    createContact(graph);
    long created = System.nanoTime();
    System.out.printf(
        "%.0f %.0f %.0f%n",
        (ready - begin) / NANOS, (called - ready) / NANOS, (created - called) / NANOS);
    System.exit(0);
  }

  private static NightlySync withoutWarmUp() throws ReflectiveOperationException {
    Method function = CompositionRoot.class.getDeclaredMethod("function", Class.class);
    function.setAccessible(true);
    return (NightlySync) function.invoke(new CompositionRoot(), NightlySync.class);
  }

  private static NightlySync fromInjector() throws Exception {
    return ServiceLoader.load(FunctionInstanceInjector.class)
        .findFirst()
        .orElseThrow()
        .getInstance(NightlySync.class);
  }

  private static void awaitWarmUp() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("warm-up")) {
        thread.join();
      }
    }
  }

  private static void createContact(URI graph) {
    Mailbox mailbox =
        new GraphMailboxes(
                new GraphAddress(graph),
                () -> {
                  throw new IllegalStateException("no token is wanted on this machine");
                },
                InstantSource.system(),
                new GraphRequests())
            .at(new MailboxAddress("ann@example.org"));
    mailbox.create(
        mailbox.defaultFolder(),
        new ContactPatch(
            Map.of(Field.FULL_NAME, "Ada"),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private static final class Context implements ExecutionContext {
    @Override
    public Logger getLogger() {
      Logger logger = Logger.getLogger("FirstCalls");
      logger.setUseParentHandlers(false);
      return logger;
    }

    @Override
    public String getInvocationId() {
      return "1";
    }

    @Override
    public String getFunctionName() {
      return "NightlySync";
    }
  }
}
