package io.crmsync.simulators.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Runs the simulator until it is terminated: {@code --port=0 --state=DIR --latency-ms=N}. */
public final class GraphSimulatorMain {
  private GraphSimulatorMain() {}

  /**
   * Starts it, says where it listens in one line, and saves its state when the process is told to
   * end.
   */
  public static void main(String[] arguments) throws InterruptedException {
    GraphSimulatorOptions options = GraphSimulatorOptions.defaults();
    for (String argument : arguments) {
      options = with(options, argument);
    }
    GraphSimulator simulator = GraphSimulator.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    System.out.println("graph-simulator listening on " + simulator.baseUrl());
    new CountDownLatch(1).await();
  }

  static GraphSimulatorOptions with(GraphSimulatorOptions options, String argument) {
    int equals = argument.indexOf('=');
    String value = argument.substring(equals + 1);
    return switch (argument.substring(0, Math.max(0, equals))) {
      case "--port" -> options.onPort(Integer.parseInt(value));
      case "--state" -> options.keepingStateIn(Path.of(value));
      case "--latency-ms" ->
          options.behaving(
              options.behaviour().withLatency(Duration.ofMillis(Long.parseLong(value))));
      default -> throw new IllegalArgumentException("unknown argument " + argument);
    };
  }
}
