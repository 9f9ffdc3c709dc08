package io.crmsync.localapp;

import io.crmsync.adapters.storage.StorageClients;
import io.crmsync.adapters.storage.StorageOperations;
import io.crmsync.localapp.azurite.Azurite;
import io.crmsync.localapp.files.BuildFolder;
import io.crmsync.simulators.crm.CrmSimulatorMain;
import io.crmsync.simulators.graph.GraphSimulatorMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Everything that runs: Azurite, the simulators, the functions, each a process of its own on free
 * loopback ports. They end with {@link #close}, and with this process.
 */
final class Landscape implements AutoCloseable {
  /** Where each process's output goes. */
  static final Path LOGS = BuildFolder.of("local");

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Azurite azurite;
  private final LocalSource source;
  private final URI graph;
  private final FunctionsProcess functions;
  private final StorageClients storage;

  private Landscape(RunOptions options) {
    try {
      ChildProcess graphProcess = opened(graph(options));
      Optional<ChildProcess> crmProcess = crm(options);
      azurite = opened(options.state().map(Landscape::azurite).orElseGet(Azurite::inMemory));
      source =
          crmProcess
              .<LocalSource>map(
                  crm -> new SimulatedCrm(crm.address("crm-simulator"), options.data()))
              .orElseGet(() -> uploaded(CsvExport.of(options.csv(), options.data())));
      graph = graphProcess.address("graph-simulator");
      functions = opened(functions(options));
      storage = StorageClients.of(azurite.connectionString(), new StorageOperations());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts everything; returns when all of it answers.
   *
   * @throws IllegalStateException something did not start; the message says what and why
   */
  static Landscape start(RunOptions options) {
    try {
      Files.createDirectories(LOGS);
      for (String name : List.of("graph", "crm", "functions")) {
        Files.deleteIfExists(log(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Landscape(options);
  }

  Azurite azurite() {
    return azurite;
  }

  /** What stands for the CRM. */
  LocalSource source() {
    return source;
  }

  /**
   * The simulated CRM's feed; its admin endpoints are under /_sim.
   *
   * @throws IllegalStateException files stand for the CRM
   */
  URI crm() {
    return source
        .simulator()
        .orElseThrow(() -> new IllegalStateException("files stand for the CRM in this run"));
  }

  /** Graph, ending in /v1.0; its admin endpoints are under /_sim. */
  URI graph() {
    return graph;
  }

  FunctionsProcess functions() {
    return functions;
  }

  /** For looking at what is stored. */
  StorageClients storage() {
    return storage;
  }

  /** Ends everything, functions first; what is kept is saved. A second time does nothing. */
  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      closeQuietly(open.pop());
    }
  }

  private synchronized <T extends AutoCloseable> T opened(T process) {
    open.push(process);
    return process;
  }

  private static void closeQuietly(AutoCloseable process) {
    try {
      process.close();
    } catch (Exception e) {
      System.err.println("One process did not end well: " + e.getMessage());
    }
  }

  private static ChildProcess graph(RunOptions options) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--latency-ms=" + options.graphLatency().toMillis());
    options.state().ifPresent(state -> arguments.add("--state=" + state.resolve("graph")));
    return ChildProcess.start(
        GraphSimulatorMain.class, arguments, System.getenv(), List.of(), log("graph"));
  }

  /** None where files stand for it. */
  private Optional<ChildProcess> crm(RunOptions options) {
    return options.csv().isEmpty() ? Optional.of(opened(crmSimulator(options))) : Optional.empty();
  }

  private CsvExport uploaded(CsvExport export) {
    CrmContainer.in(azurite.connectionString()).replaceWith(export.files());
    return export;
  }

  private static ChildProcess crmSimulator(RunOptions options) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--data=" + options.data());
    options.state().ifPresent(state -> arguments.add("--state=" + state.resolve("crm")));
    return ChildProcess.start(
        CrmSimulatorMain.class, arguments, System.getenv(), List.of(), log("crm"));
  }

  private static Azurite azurite(Path state) {
    return Azurite.in(state.resolve("azurite"));
  }

  private FunctionsProcess functions(RunOptions options) {
    return FunctionsProcess.start(
        LocalSettings.of(
            System.getenv(),
            azurite.connectionString(),
            source.settings(),
            graph,
            options.settings()),
        options,
        log("functions"));
  }

  private static Path log(String name) {
    return LOGS.resolve(name + ".log");
  }
}
