package io.crmsync.localapp.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What comes with the local run and has to be there as files: for Node, for the simulated CRM. Run
 * from compiled classes it is the project's own; run from its one jar it is copied out of that.
 */
public final class OwnFiles {
  private OwnFiles() {}

  /** The jar that we run from, or the folder of compiled classes. */
  public static Path origin() {
    try {
      return Path.of(OwnFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether we run from one jar that has everything. */
  public static boolean packed() {
    return Files.isRegularFile(origin());
  }

  /**
   * A file or folder.
   *
   * @param inProject where the project has it, relative to the working directory
   * @param inJar what the jar has it as
   * @return a path that is there; from a jar a copy below {@code target/local}
   */
  public static Path of(Path inProject, String inJar) {
    return packed() ? copy(inJar) : inProject;
  }

  private static Path copy(String name) {
    Path target = BuildFolder.of("local").resolve("unpacked").resolve(name);
    try (FileSystem jar = FileSystems.newFileSystem(origin())) {
      Path source = jar.getPath(name);
      for (Path file : files(source)) {
        Path copy = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.toAbsolutePath().getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path source) throws IOException {
    try (Stream<Path> found = Files.walk(source)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }
}
