package io.crmsync.localapp;

import com.google.gson.Gson;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the Java worker has of its own that an app can see, in front of the app's jar: its class
 * loader asks there first.
 */
public final class WorkerClassPath {
  private static final List<Class<?>> OF_THE_WORKER =
      List.of(Gson.class, HttpRequestMessage.class, FunctionInstanceInjector.class);

  private WorkerClassPath() {}

  /** The worker's jars. */
  public static List<Path> ofTheWorker() {
    return OF_THE_WORKER.stream().map(WorkerClassPath::origin).toList();
  }

  /** The worker's jars, then these: for {@code java -cp}. */
  public static String with(Path... behind) {
    return Stream.concat(ofTheWorker().stream(), Stream.of(behind))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The worker's jars, an app's, and last the compiled tests, which stand in for the host. */
  static String withTests(Path appJar) {
    return with(appJar, origin(WorkerClassPath.class));
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
