package io.crmsync.staged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmsync.localapp.WorkerClassPath;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder that would be deployed.
 *
 * @param folder where the build put it
 */
record StagedApp(Path folder) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The one of this build. */
  static StagedApp ofThisBuild() {
    return new StagedApp(
        Path.of(System.getProperty("staged.app", "target/azure-functions/crm-outlook-sync")));
  }

  /** Every file, relative to the folder, with forward slashes. */
  NavigableSet<String> files() throws IOException {
    NavigableSet<String> files = new TreeSet<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
          .forEach(files::add);
    }
    return files;
  }

  /** Each function.json by its function's name. */
  NavigableMap<String, JsonNode> functions() throws IOException {
    NavigableMap<String, JsonNode> functions = new TreeMap<>();
    for (String file : files()) {
      if (file.endsWith("/function.json")) {
        functions.put(file.substring(0, file.indexOf('/')), json(file));
      }
    }
    return functions;
  }

  /** A JSON file of the folder. */
  JsonNode json(String file) throws IOException {
    return JSON.readTree(folder.resolve(file).toFile());
  }

  /** The one jar. */
  Path appJar() {
    try {
      List<String> jars = files().stream().filter(file -> file.endsWith(".jar")).toList();
      if (jars.size() != 1) {
        throw new IllegalStateException("One jar should be in " + folder + ": " + jars);
      }
      return folder.resolve(jars.get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads as the Java worker does: its own few classes first, then the jar, nothing else. */
  URLClassLoader loader() {
    URL[] worker = WorkerClassPath.ofTheWorker().stream().map(StagedApp::url).toArray(URL[]::new);
    ClassLoader parent = new URLClassLoader(worker, ClassLoader.getPlatformClassLoader());
    return new URLClassLoader(new URL[] {url(appJar())}, parent);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
