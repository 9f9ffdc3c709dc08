package io.crmsync.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crmsync.localapp.waiting.Patience;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that whoever deploys has, and whoever builds may lack: a test that needs it is skipped
 * with a word where it is not on the PATH, and fails there if {@code DEPLOYMENT_TOOLS=required}.
 *
 * @param name of the program, without .exe
 * @param origin how it comes onto a PATH, for the word
 */
public record Tool(String name, String origin) {
  /** Bicep's own command, without Azure's. */
  public static final Tool BICEP =
      new Tool("bicep", "az bicep install puts it into ~/.azure/bin, and Bicep's page has it too");

  /** PowerShell 7, with its module Pester. */
  public static final Tool POWERSHELL =
      new Tool("pwsh", "PowerShell 7, with Install-Module Pester");

  private static final String REQUIRED = "DEPLOYMENT_TOOLS";

  /**
   * What a run of it said.
   *
   * @param status its exit code
   * @param output its standard output
   * @param errors its standard error
   */
  public record Answer(int status, String output, String errors) {

    /**
     * Its errors and warnings. What Bicep says for information is none: that there is a newer
     * version of something is so on another day, of the same sources.
     */
    public String remarks() {
      return errors
          .lines()
          .filter(line -> !line.contains(" : Info "))
          .collect(Collectors.joining("\n"));
    }

    /** Its output, if it ended well and had nothing to remark. */
    public String clean() {
      if (status != 0 || !remarks().isBlank()) {
        throw new AssertionError("Ended with " + status + "\n" + errors + output);
      }
      return output;
    }
  }

  /** Lets a test go on where it is on the PATH: else the test is skipped, or fails. */
  public void isNeeded() {
    if (found().isEmpty()) {
      String word = name + " is not on the PATH: " + origin;
      if ("required".equals(System.getenv(REQUIRED))) {
        throw new AssertionError(REQUIRED + " is required, and " + word);
      }
      Assumptions.abort(word);
    }
  }

  /**
   * Runs it to its end.
   *
   * @param folder where
   * @param environment what it sees of variables, besides ours
   * @param arguments its arguments
   */
  public Answer run(Path folder, Map<String, String> environment, String... arguments) {
    isNeeded();
    List<String> command = new ArrayList<>(List.of(found().orElseThrow().toString()));
    command.addAll(List.of(arguments));
    try {
      return ended(command, folder, environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Answer ended(List<String> command, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(name, ".out");
    Path errors = Files.createTempFile(name, ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " goes on and on");
      }
      return new Answer(
          process.exitValue(), Files.readString(output, UTF_8), Files.readString(errors, UTF_8));
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private Optional<Path> found() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
