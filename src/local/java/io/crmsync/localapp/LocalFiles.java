package io.crmsync.localapp;

import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of this machine as the files of a CRM; the version of one is when it was changed last. */
record LocalFiles(List<Path> paths) implements SourceFiles {
  LocalFiles {
    paths = List.copyOf(paths);
  }

  /** What a file is called in the container, whatever folder it lies in here. */
  static String name(Path path) {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  @Override
  public List<SourceFile> files() {
    return paths.stream().map(LocalFiles::file).toList();
  }

  @Override
  public InputStream open(SourceFile file) {
    for (Path path : paths) {
      if (file(path).equals(file)) {
        return opened(path);
      }
    }
    throw new CrmBroken(file.name() + ": was changed or deleted while it was read");
  }

  private static InputStream opened(Path path) {
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static SourceFile file(Path path) {
    try {
      return new SourceFile(
          name(path), Files.getLastModifiedTime(path).toString(), Files.size(path));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static UncheckedIOException unreadable(Path path, IOException why) {
    return new UncheckedIOException(path + ": cannot be read", why);
  }
}
