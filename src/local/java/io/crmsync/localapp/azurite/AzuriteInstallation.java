package io.crmsync.localapp.azurite;

import io.crmsync.localapp.files.OwnFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Azurite as {@code npm ci} put it on disk.
 *
 * @param script the JavaScript file that starts it
 */
record AzuriteInstallation(Path script) {

  private static final List<String> OPTIONS =
      List.of("--disableTelemetry", "--skipApiVersionCheck", "--silent");

  private static final List<String> PRELOADED = List.of("preload.js", "count-operations.js");

  /** The nearest one, upwards from the working directory or from where we are installed. */
  static AzuriteInstallation here() {
    Path workingDirectory = Path.of("").toAbsolutePath();
    return Stream.of(workingDirectory, OwnFiles.origin())
        .flatMap(start -> Stream.iterate(start, Objects::nonNull, Path::getParent))
        .filter(folder -> Files.isRegularFile(script(folder)))
        .findFirst()
        .map(AzuriteInstallation::under)
        .orElseGet(() -> under(workingDirectory));
  }

  /**
   * The one under {@code project}/node_modules.
   *
   * @throws IllegalStateException if there is none; the message says what to do
   */
  static AzuriteInstallation under(Path project) {
    Path script = script(project);
    if (!Files.isRegularFile(script)) {
      throw new IllegalStateException(
          "Azurite is not installed in "
              + project
              + ". Run `npm ci` there, or `npm install azurite` if it is not the project's folder"
              + " (needs Node.js 20+).");
    }
    return new AzuriteInstallation(script);
  }

  /** The command that starts it, keeping its content in {@code directory} or in memory only. */
  List<String> command(Optional<Path> directory) {
    List<String> command = new ArrayList<>();
    command.add("node");
    PRELOADED.forEach(name -> command.addAll(List.of("--require", preloaded(name))));
    command.add(script.toString());
    command.addAll(OPTIONS);
    for (AzuriteService service : AzuriteService.values()) {
      command.addAll(service.listenOptions());
    }
    command.addAll(
        directory
            .map(path -> List.of("--location", path.toString()))
            .orElse(List.of("--inMemoryPersistence")));
    return command;
  }

  private static Path script(Path folder) {
    return folder.resolve("node_modules/azurite/dist/src/azurite.js");
  }

  /** Node takes a name without a dot in front for a module's. */
  private static String preloaded(String name) {
    return OwnFiles.of(Path.of("src", "local", "resources", "azurite", name), "azurite/" + name)
        .toAbsolutePath()
        .toString();
  }
}
