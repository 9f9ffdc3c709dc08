package io.crmsync.localapp;

import io.crmsync.LocalSources;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the local run's jar as {@code mvn -Plocal package} does: of the app's own jar, of the
 * libraries that src/assembly/local.xml names, of src/local, and of nothing else.
 */
final class RunnableJar {
  private static final Path DESCRIPTOR = Path.of("src", "assembly", "local.xml");

  /** A library's signature is not one of all of it. */
  private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA)");

  private static final Pattern LIBRARY = Pattern.compile("<include>[\\w.-]+:([\\w-]+)</include>");

  private final JarOutputStream jar;
  private final Set<String> written = new HashSet<>(Set.of(JarFile.MANIFEST_NAME));

  private RunnableJar(JarOutputStream jar) {
    this.jar = jar;
  }

  /** Makes it. */
  static void make(Path target, Path appJar, Path compiled) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, LocalRun.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
      RunnableJar made = new RunnableJar(out);
      made.unpack(appJar);
      for (Path library : libraries()) {
        made.unpack(library);
      }
      made.classesOfTheLocalRun(compiled);
      made.folder(Path.of("src", "local", "resources"));
      made.write("host.json", Files.newInputStream(Path.of("host.json")));
    }
  }

  private static List<Path> libraries() throws IOException {
    List<String> names =
        LIBRARY.matcher(Files.readString(DESCRIPTOR)).results().map(one -> one.group(1)).toList();
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(file -> names.stream().anyMatch(name -> isOf(name, file)))
        .toList();
  }

  private static boolean isOf(String library, Path file) {
    return file.getFileName().toString().matches(Pattern.quote(library) + "-\\d.*\\.jar");
  }

  private void unpack(Path library) throws IOException {
    try (JarFile file = new JarFile(library.toFile())) {
      for (JarEntry entry : file.stream().filter(RunnableJar::isWanted).toList()) {
        write(entry.getName(), file.getInputStream(entry));
      }
    }
  }

  private static boolean isWanted(JarEntry entry) {
    return !entry.isDirectory() && !SIGNATURE.matcher(entry.getName()).matches();
  }

  private void classesOfTheLocalRun(Path compiled) throws IOException {
    try (Stream<Path> files = Files.walk(compiled)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = compiled.relativize(file).toString().replace(File.separatorChar, '/');
        if (LocalSources.have(name.replaceFirst("\\.class$", "").replace('/', '.'))) {
          write(name, Files.newInputStream(file));
        }
      }
    }
  }

  private void folder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        write(name, Files.newInputStream(file));
      }
    }
  }

  /** The first of a name counts. */
  private void write(String name, InputStream content) throws IOException {
    try (content) {
      if (written.add(name)) {
        jar.putNextEntry(new JarEntry(name));
        content.transferTo(jar);
      }
    }
  }
}
