package io.crmsync.localapp;

import com.google.gson.Gson;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import io.crmsync.localapp.files.OwnFiles;
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
    return joined(Stream.concat(ofTheWorker().stream(), Stream.of(behind)));
  }

  /**
   * The worker's jars, an app's, and last the local run's classes, which stand in for the host. The
   * one jar has an app too, which must not be found in place of this one.
   */
  static String withLocalRun(Path appJar) {
    return OwnFiles.packed()
        ? joined(Stream.of(HostJar.made(), appJar))
        : with(appJar, OwnFiles.origin());
  }

  private static String joined(Stream<Path> jars) {
    return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
