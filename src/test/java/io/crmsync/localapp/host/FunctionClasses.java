package io.crmsync.localapp.host;

import com.microsoft.azure.functions.annotation.FunctionName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds function classes as the build does: by their annotations, wherever they are. */
public final class FunctionClasses {

  private static final String SUFFIX = ".class";

  private FunctionClasses() {}

  /**
   * All classes with a function among the classes compiled with {@code anchor}, in its package and
   * below.
   */
  public static List<Class<?>> besides(Class<?> anchor) {
    Path root = rootOf(anchor);
    Path directory = root.resolve(anchor.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(SUFFIX))
          .sorted()
          .<Class<?>>map(FunctionClasses::load)
          .filter(FunctionClasses::hasFunction)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - SUFFIX.length());
    try {
      return Class.forName(name.replace(java.io.File.separatorChar, '.'), false, loader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ClassLoader loader() {
    return FunctionClasses.class.getClassLoader();
  }

  private static boolean hasFunction(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.isAnnotationPresent(FunctionName.class));
  }

  private static Path rootOf(Class<?> anchor) {
    try {
      return Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
