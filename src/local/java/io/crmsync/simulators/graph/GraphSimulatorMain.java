package io.crmsync.simulators.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the simulator until it is terminated; {@code --help} lists its options. */
@Command(
    name = "graph-simulator",
    sortOptions = false,
    description =
        "The contacts part of Microsoft Graph on 127.0.0.1, with mailboxes to look into under"
            + " /_sim.")
public final class GraphSimulatorMain implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N", description = "Where it listens; else a free port.")
  private int port;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Keeps the mailboxes there; else they are gone when it ends.")
  private @Nullable Path state;

  @Option(
      names = "--latency-ms",
      paramLabel = "MS",
      description = "How long it takes for a request, in the mean.")
  private @Nullable Long latency;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says this and ends.")
  @SuppressWarnings("unused") // picocli looks at it
  private boolean help;

  private GraphSimulatorMain() {}

  /**
   * Starts it, says where it listens in one line, and saves its state when the process is told to
   * end.
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new GraphSimulatorMain()).execute(arguments));
  }

  /** What these arguments ask for. */
  static GraphSimulatorOptions options(String... arguments) {
    return CommandLine.populateCommand(new GraphSimulatorMain(), arguments).options();
  }

  @Override
  public Integer call() throws InterruptedException {
    GraphSimulator simulator = GraphSimulator.start(options());
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    System.out.println("graph-simulator listening on " + simulator.baseUrl());
    new CountDownLatch(1).await();
    return 0;
  }

  private GraphSimulatorOptions options() {
    GraphSimulatorOptions options = GraphSimulatorOptions.defaults().onPort(port);
    options = state == null ? options : options.keepingStateIn(state);
    return latency == null
        ? options
        : options.behaving(options.behaviour().withLatency(Duration.ofMillis(latency)));
  }
}
