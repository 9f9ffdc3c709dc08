package io.crmsync.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder infra as it is, or with something changed.
 *
 * @param texts all files by path, with slashes
 * @param files the parsed ones, those that end in .bicep
 */
public record BicepFolder(Map<String, String> texts, Map<String, BicepFile> files) {
  private static final Path INFRA = Path.of("infra");
  private static final BicepFolder AS_IT_IS = of(read());

  /** As it is on disk, read once. */
  public static BicepFolder asItIs() {
    return AS_IT_IS;
  }

  /** With a passage of a file replaced, which must be there. */
  BicepFolder with(String file, String passage, String instead) {
    String text = texts.get(file);
    if (text == null || !text.contains(passage)) {
      throw new IllegalArgumentException(file + " has no " + passage);
    }
    Map<String, String> changed = new TreeMap<>(texts);
    changed.put(file, text.replace(passage, instead));
    return new BicepFolder(changed, parsed(changed, files, file));
  }

  /** Without the parsed files but this one. */
  BicepFolder only(String path) {
    return new BicepFolder(texts, Map.of(path, file(path)));
  }

  /** The parsed file of this path. */
  public BicepFile file(String path) {
    return find(path).orElseThrow(() -> new IllegalArgumentException("No " + path));
  }

  Optional<BicepFile> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private static BicepFolder of(Map<String, String> texts) {
    String[] all = texts.keySet().toArray(String[]::new);
    return new BicepFolder(texts, parsed(texts, Map.of(), all));
  }

  private static Map<String, BicepFile> parsed(
      Map<String, String> texts, Map<String, BicepFile> before, String... changed) {
    Map<String, String> sources = new TreeMap<>();
    for (String path : changed) {
      if (path.endsWith(".bicep")) {
        sources.put(path, withoutExtension(texts.getOrDefault(path, "")));
      }
    }
    Map<String, BicepFile> files = new TreeMap<>(before);
    SyntaxTrees.BICEP
        .of(sources)
        .forEach((path, tree) -> files.put(path, new BicepFile(path, tree)));
    return files;
  }

  /** The grammar does not know this kind of line. */
  private static String withoutExtension(String source) {
    return source.replaceFirst("(?m)^extension \\w+$", "");
  }

  private static Map<String, String> read() {
    try (Stream<Path> paths = Files.walk(INFRA)) {
      return paths
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  path -> INFRA.relativize(path).toString().replace('\\', '/'),
                  BicepFolder::text,
                  (one, other) -> one,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
