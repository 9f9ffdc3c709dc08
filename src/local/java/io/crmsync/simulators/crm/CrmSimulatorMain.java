package io.crmsync.simulators.crm;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a simulated CRM until it is ended; {@code --help} lists its options. */
@Command(
    name = "crm-simulator",
    sortOptions = false,
    description = "A simulated CRM on 127.0.0.1, whose records can be edited under /_sim.")
public final class CrmSimulatorMain implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Its contacts.jsonl, users.jsonl and groups.jsonl; else it has no records.")
  private @Nullable Path data;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Keeps edits there; once it is filled it goes before --data.")
  private @Nullable Path state;

  @Option(names = "--port", paramLabel = "N", description = "Where it listens; else a free port.")
  private int port;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      description = "The key that it demands; else it is open to all.")
  private @Nullable String apiKey;

  @Option(
      names = "--longest-page",
      paramLabel = "N",
      description = "Cuts pages to so many records, whatever limit is asked for.")
  private @Nullable Integer longestPage;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says this and ends.")
  @SuppressWarnings("unused") // picocli looks at it
  private boolean help;

  private CrmSimulatorMain() {}

  /** Starts, prints one line with the address, and keeps the state when the process is ended. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CrmSimulatorMain()).execute(arguments));
  }

  /** What these arguments ask for. */
  static CrmSimulatorOptions options(String... arguments) {
    return CommandLine.populateCommand(new CrmSimulatorMain(), arguments).options();
  }

  @Override
  public Integer call() throws InterruptedException {
    CrmSimulator simulator;
    try {
      simulator = CrmSimulator.start(options());
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
      return 1;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "crm-simulator-stop"));
    System.out.println("crm-simulator listening on " + simulator.baseUrl());
    new CountDownLatch(1).await();
    return 0;
  }

  private CrmSimulatorOptions options() {
    CrmSimulatorOptions options = CrmSimulatorOptions.empty().withPort(port);
    options = data == null ? options : options.withRecords(data);
    options = state == null ? options : options.withState(state);
    options = apiKey == null ? options : options.withAccess(Access.apiKey(apiKey));
    return longestPage == null ? options : options.withLongestPage(longestPage);
  }
}
