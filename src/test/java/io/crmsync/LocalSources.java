package io.crmsync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which classes are of src/local: they are compiled into one place with the tests. */
public final class LocalSources {
  private static final Path ROOT = Path.of("src", "local", "java");
  private static final String JAVA = ".java";
  private static final Set<String> CLASSES = classes();

  private LocalSources() {}

  /** Whether the class, or the one that it is nested in, has its source there. */
  public static boolean have(String className) {
    return CLASSES.contains(className.replaceFirst("\\$.*", ""));
  }

  private static Set<String> classes() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(file -> ROOT.relativize(file).toString())
          .filter(name -> name.endsWith(JAVA))
          .map(name -> name.substring(0, name.length() - JAVA.length()).replaceAll("[/\\\\]", "."))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
