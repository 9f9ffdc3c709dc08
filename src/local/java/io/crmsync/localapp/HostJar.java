package io.crmsync.localapp;

import io.crmsync.localapp.files.BuildFolder;
import io.crmsync.localapp.files.OwnFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/** What the one jar has beside the app: the stand-in for the host, and what the Java worker has. */
final class HostJar {
  private static final Pattern OF_THE_HOST =
      Pattern.compile(
          "host\\.json"
              + "|io/crmsync/(localapp|simulators)/.*"
              + "|com/google/gson/.*"
              + "|com/microsoft/azure/functions/(?!annotation/).*");

  private HostJar() {}

  /** Writes it anew into {@code target/local}; gives its path. */
  static Path made() {
    Path host = BuildFolder.of("local").resolve("host.jar");
    try (JarFile ours = new JarFile(OwnFiles.origin().toFile());
        OutputStream file = Files.newOutputStream(host);
        JarOutputStream copy = new JarOutputStream(file)) {
      for (Enumeration<JarEntry> all = ours.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (OF_THE_HOST.matcher(entry.getName()).matches()) {
          copy.putNextEntry(new JarEntry(entry.getName()));
          ours.getInputStream(entry).transferTo(copy);
        }
      }
      return host;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
