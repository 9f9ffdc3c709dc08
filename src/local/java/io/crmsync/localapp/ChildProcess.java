package io.crmsync.localapp;

import io.crmsync.localapp.waiting.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java class running in a process of its own; it ends when we do. */
final class ChildProcess implements AutoCloseable {

  private final Process process;
  private final ChildOutput output;

  private ChildProcess(Process process, ChildOutput output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts one on our class path; returns at once.
   *
   * @param environment of the process, complete
   * @param jvm options of the virtual machine
   * @param log file that its output is added to
   */
  static ChildProcess start(
      Class<?> main,
      List<String> arguments,
      Map<String, String> environment,
      List<String> jvm,
      Path log) {
    String ours = System.getProperty("java.class.path");
    return start(main, arguments, environment, jvm, ours, log);
  }

  /** The same on another class path, which has to have {@link ChildMain} too. */
  static ChildProcess start(
      Class<?> main,
      List<String> arguments,
      Map<String, String> environment,
      List<String> jvm,
      String classPath,
      Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(ChildMain.class.getName(), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      return new ChildProcess(process, ChildOutput.of(process, log));
    } catch (IOException e) {
      throw new UncheckedIOException("java could not be started: " + e.getMessage(), e);
    }
  }

  /**
   * Where it says that {@code who} listens; waits until it does.
   *
   * @throws IllegalStateException it did not start; the message says what it printed
   */
  URI address(String who) {
    return output.address(who, Patience.LIMIT);
  }

  /** Ends it at once, without a word: SIGKILL. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Lets it end by itself; waits until what it keeps is saved. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
