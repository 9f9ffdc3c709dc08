package io.crmsync.localapp;

import io.crmsync.localapp.files.BuildFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The local run in a process of its own, as {@code mvn -Plocal -Donce} starts it.
 *
 * @param exitCode 0: converged
 * @param output all it printed
 */
record RunOfItsOwn(int exitCode, String output) {

  /** Runs it to its end, with these options beside {@code once}. */
  static RunOfItsOwn with(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Donce");
    command.add("-D" + BuildFolder.FORK + "=" + BuildFolder.fork());
    for (String option : options) {
      command.add("-D" + option);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalRun.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new RunOfItsOwn(process.waitFor(), output);
  }
}
