package io.crmsync.staged.coldstart;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The measured process: {@code WorkerStart <mode> <Graph's URL> <files of the app>}. Loads the app
 * as the Java worker does, and calls it.
 */
public final class WorkerStart {
  private WorkerStart() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    long begin = System.nanoTime();
    URL[] app =
        Arrays.stream(arguments[2].split(File.pathSeparator, -1))
            .map(WorkerStart::url)
            .toArray(URL[]::new);
    // Not closed: as in the worker it is there as long as the process.
    ClassLoader loader = new URLClassLoader(app, WorkerStart.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    Class<?> calls = loader.loadClass("io.crmsync.staged.coldstart.calls.FirstCalls");
    calls
        .getMethod("make", String.class, URI.class, long.class)
        .invoke(null, arguments[0], URI.create(arguments[1]), begin);
  }

  private static URL url(String file) {
    try {
      return Path.of(file).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
