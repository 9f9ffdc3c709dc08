package io.crmsync.localapp.azurite;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Azurite as {@code npm ci} put it on disk.
 *
 * @param script the JavaScript file that starts it
 */
record AzuriteInstallation(Path script) {

  private static final List<String> OPTIONS =
      List.of("--disableTelemetry", "--skipApiVersionCheck", "--silent");

  private static final List<String> PRELOADED = List.of("preload.js", "count-operations.js");

  /** The one of the working directory, which is the project's. */
  static AzuriteInstallation here() {
    return under(Path.of("").toAbsolutePath());
  }

  /**
   * The one under {@code project}/node_modules.
   *
   * @throws IllegalStateException if there is none; the message says what to do
   */
  static AzuriteInstallation under(Path project) {
    Path script = project.resolve("node_modules/azurite/dist/src/azurite.js");
    if (!Files.isRegularFile(script)) {
      throw new IllegalStateException(
          "Azurite is not installed in " + project + ". Run `npm ci` there (needs Node.js 20+).");
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

  private static String preloaded(String name) {
    URL resource = Objects.requireNonNull(Azurite.class.getResource("/azurite/" + name));
    try {
      return Path.of(resource.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(resource.toString(), e);
    }
  }
}
