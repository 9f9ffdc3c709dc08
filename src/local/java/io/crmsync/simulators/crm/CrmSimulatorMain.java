package io.crmsync.simulators.crm;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Runs a simulated CRM until it is ended: {@code --data=DIR --state=DIR --port=0 --api-key=KEY
 * --longest-page=500}.
 */
public final class CrmSimulatorMain {
  private static final Map<String, BiFunction<CrmSimulatorOptions, String, CrmSimulatorOptions>>
      ARGUMENTS =
          new TreeMap<>(
              Map.of(
                  "--data", (options, value) -> options.withRecords(Path.of(value)),
                  "--state", (options, value) -> options.withState(Path.of(value)),
                  "--port", (options, value) -> options.withPort(Integer.parseInt(value)),
                  "--api-key", (options, value) -> options.withAccess(Access.apiKey(value)),
                  "--longest-page",
                      (options, value) -> options.withLongestPage(Integer.parseInt(value))));

  private CrmSimulatorMain() {}

  /** Starts, prints one line with the address, and keeps the state when the process is ended. */
  public static void main(String[] arguments) {
    CrmSimulator simulator;
    try {
      simulator = CrmSimulator.start(options(arguments));
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "crm-simulator-stop"));
    System.out.println("crm-simulator listening on " + simulator.baseUrl());
  }

  static CrmSimulatorOptions options(String... arguments) {
    CrmSimulatorOptions options = CrmSimulatorOptions.empty();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      var known = ARGUMENTS.get(parts[0]);
      if (known == null || parts.length < 2) {
        throw new IllegalArgumentException(
            "not " + argument + "; known, each with =value: " + ARGUMENTS.keySet());
      }
      options = known.apply(options, parts[1]);
    }
    return options;
  }
}
