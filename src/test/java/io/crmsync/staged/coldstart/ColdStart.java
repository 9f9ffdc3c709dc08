package io.crmsync.staged.coldstart;

import io.crmsync.localapp.WorkerClassPath;
import io.crmsync.localapp.azurite.SharedAzurite;
import io.crmsync.simulators.graph.GraphSimulator;
import io.crmsync.simulators.graph.GraphSimulatorOptions;
import io.crmsync.staged.PackageCopy;
import io.crmsync.staged.coldstart.calls.FirstCalls;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ColdStart <repetitions> <staged folder>…}: starts each app so often in each mode, in a JVM
 * of its own with the Java worker's options, and prints medians.
 */
public final class ColdStart {
  private static final List<String> AS_THE_WORKER =
      List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-Xverify:none");

  private final GraphSimulator graph = GraphSimulator.start(GraphSimulatorOptions.defaults());
  private final Path start = copied(WorkerStart.class);
  private final Path calls = copied(FirstCalls.class);
  private final int repetitions;

  private ColdStart(int repetitions) throws IOException {
    this.repetitions = repetitions;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    ColdStart measure = new ColdStart(Integer.parseInt(arguments[0]));
    try (measure.graph) {
      System.out.println("ms at the median: made, first invocation, first contact by Graph");
      for (String folder : Arrays.asList(arguments).subList(1, arguments.length)) {
        for (Mode mode : Mode.values()) {
          System.out.println(folder + " " + mode + ": " + measure.medians(Path.of(folder), mode));
        }
      }
    }
  }

  private List<Long> medians(Path folder, Mode mode) throws IOException, InterruptedException {
    List<List<Long>> runs = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      runs.add(once(folder, mode));
    }
    return List.of(median(runs, 0), median(runs, 1), median(runs, 2));
  }

  private List<Long> once(Path folder, Mode mode) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(AS_THE_WORKER);
    command.addAll(List.of("-cp", WorkerClassPath.with(start)));
    command.addAll(List.of(WorkerStart.class.getName(), mode.name(), graph.baseUrl(), app(folder)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    // Before it, the JVM may say that -Xverify:none is on its way out.
    String last = output.strip().lines().reduce("", (before, line) -> line);
    return Stream.of(last.split(" ", -1)).map(Long::valueOf).toList();
  }

  private Map<String, String> settings() {
    return Map.of(
        "AzureWebJobsStorage",
        SharedAzurite.connectionString(),
        "CRM_BASE_URL",
        "http://127.0.0.1:1",
        "GRAPH_BASE_URL",
        graph.baseUrl(),
        "SYNC_SCHEDULE",
        "0 0 1 * * *");
  }

  /** The jars of a staged folder and its lib, and the calls. */
  private String app(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return Stream.concat(files.filter(file -> file.toString().endsWith(".jar")), Stream.of(calls))
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static Path copied(Class<?> anchor) throws IOException {
    return PackageCopy.of(anchor, Files.createTempDirectory("cold-start"));
  }

  private static long median(List<List<Long>> runs, int column) {
    return runs.stream().map(run -> run.get(column)).sorted().toList().get(runs.size() / 2);
  }
}
