package io.crmsync.staged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.File;
import java.io.IOException;
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

  /** The app's jar and those of lib. */
  List<Path> jars() throws IOException {
    return files().stream().filter(file -> file.endsWith(".jar")).map(folder::resolve).toList();
  }

  /** The app's own jar. */
  Path appJar() throws IOException {
    return jars().stream()
        .filter(jar -> folder.equals(jar.getParent()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No jar in " + folder));
  }

  /** Loads as the Java worker does: its own few classes first, then the jars, nothing else. */
  URLClassLoader loader() throws IOException {
    URL[] worker = {jarOf(HttpRequestMessage.class), jarOf(FunctionInstanceInjector.class)};
    ClassLoader parent = new URLClassLoader(worker, ClassLoader.getPlatformClassLoader());
    URL[] urls = jars().stream().map(StagedApp::url).toArray(URL[]::new);
    return new URLClassLoader(urls, parent);
  }

  private static URL jarOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
