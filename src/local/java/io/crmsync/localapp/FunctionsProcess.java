package io.crmsync.localapp;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The functions' process, which can be killed and started again in the same place. */
final class FunctionsProcess implements AutoCloseable {
  /** The heap of an instance of 2048 MB, half of it; compiled as Azure's JVM is. */
  private static final List<String> JVM =
      List.of(
          "-Xmx1024m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:TieredStopAtLevel=1",
          "-Djava.util.logging.SimpleFormatter.format=%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");

  private final Map<String, String> environment;
  private final RunOptions options;
  private final Path log;
  private ChildProcess process;
  private URI address;
  private URI admin;

  private FunctionsProcess(
      Map<String, String> environment, RunOptions options, Path log, ChildProcess process) {
    this.environment = Map.copyOf(environment);
    this.options = options;
    this.log = log;
    this.process = process;
    this.address = process.address("functions");
    this.admin = process.address("functions-admin");
  }

  /** Starts it; returns when the functions can be called. */
  static FunctionsProcess start(Map<String, String> environment, RunOptions options, Path log) {
    ChildProcess process = launch(environment, options, options.port(), log);
    return new FunctionsProcess(environment, options, log, process);
  }

  /** Kills it with SIGKILL, and starts it again. */
  void killAndRestart() {
    process.kill();
    process = launch(environment, options, address.getPort(), log);
    address = process.address("functions");
    admin = process.address("functions-admin");
  }

  /** Where the functions answer, without /api. */
  URI address() {
    return address;
  }

  /** Where {@link LocalAdmin} answers. */
  URI admin() {
    return admin;
  }

  FunctionsState state() {
    return Http.read(Http.get(admin.resolve("/_local/state")), FunctionsState.class);
  }

  /**
   * Lets a timer function run; returns when it is done.
   *
   * @throws IllegalStateException it failed; the message says why
   */
  void fire(String function) {
    Http.post(admin.resolve("/_local/fire/" + function), "");
  }

  @Override
  public void close() {
    process.close();
  }

  private static ChildProcess launch(
      Map<String, String> environment, RunOptions options, int port, Path log) {
    return ChildProcess.start(
        LocalFunctions.class,
        List.of(Integer.toString(port), Long.toString(options.lease().toSeconds())),
        environment,
        JVM,
        options
            .appJar()
            .map(WorkerClassPath::withLocalRun)
            .orElseGet(() -> System.getProperty("java.class.path")),
        log);
  }
}
