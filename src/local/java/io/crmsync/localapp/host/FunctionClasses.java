package io.crmsync.localapp.host;

import com.microsoft.azure.functions.annotation.FunctionName;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
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
   * below, be it a folder or a jar.
   */
  public static List<Class<?>> besides(Class<?> anchor) {
    Path origin = originOf(anchor);
    String folder = anchor.getPackageName().replace('.', '/');
    try {
      if (Files.isDirectory(origin)) {
        return functionsIn(origin, folder);
      }
      try (FileSystem jar = FileSystems.newFileSystem(origin)) {
        return functionsIn(jar.getPath("/"), folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Class<?>> functionsIn(Path root, String folder) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.replace(File.separatorChar, '/'))
          .sorted()
          .<Class<?>>map(FunctionClasses::load)
          .filter(FunctionClasses::hasFunction)
          .toList();
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - SUFFIX.length());
    try {
      return Class.forName(name.replace('/', '.'), false, loader());
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

  private static Path originOf(Class<?> anchor) {
    try {
      return Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
