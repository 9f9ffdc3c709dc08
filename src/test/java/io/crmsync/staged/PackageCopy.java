package io.crmsync.staged;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The classes of one package, apart from all other tests. */
public final class PackageCopy {
  private PackageCopy() {}

  /** Copies this class and those in its package, not those below it; gives the root again. */
  public static Path of(Class<?> anchor, Path root) throws IOException {
    Path folder = Path.of(anchor.getPackageName().replace('.', '/'));
    Files.createDirectories(root.resolve(folder));
    try (Stream<Path> files = Files.list(compiled(anchor).resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, root.resolve(folder).resolve(file.getFileName()));
      }
    }
    return root;
  }

  private static Path compiled(Class<?> anchor) {
    try {
      return Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
