package io.crmsync.staged;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files in a jar or zip, in their order there.
 *
 * @param archive where it is
 * @param files without its folders
 */
record JarEntries(Path archive, List<? extends ZipEntry> files) {

  JarEntries {
    files = List.copyOf(files);
  }

  static JarEntries of(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      List<ZipEntry> all = new ArrayList<>(Collections.list(zip.entries()));
      all.removeIf(ZipEntry::isDirectory);
      return new JarEntries(archive, all);
    }
  }

  /** Their names. */
  List<String> names() {
    return files.stream().map(ZipEntry::getName).toList();
  }

  /** Those of classes, also of those for newer Javas, such as {@code a/b/C.class}. */
  Stream<String> classes() {
    return names().stream()
        .filter(name -> name.endsWith(".class"))
        .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""));
  }

  /** When they were written, as the archive says: local times of no particular place. */
  Stream<LocalDateTime> times() {
    return files.stream().map(ZipEntry::getTimeLocal);
  }

  /** One file's content. */
  byte[] read(String name) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw new IllegalArgumentException("no " + name + " in " + archive);
      }
      return zip.getInputStream(entry).readAllBytes();
    }
  }
}
