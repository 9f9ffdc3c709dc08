package io.crmsync.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder infra where Bicep may write. The types of Microsoft Graph come from their registry, or
 * from the index.json that the variable {@code MICROSOFT_GRAPH_TYPES} names, where there is no way
 * to a registry.
 */
final class WorkingCopy implements AutoCloseable {
  private static final Path INFRA = Path.of("infra");
  private static final String REGISTRY = "\"br:[^\"]*/microsoftgraph/[^\"]*\"";

  private final Path folder;

  private WorkingCopy(Path folder) {
    this.folder = folder;
  }

  static WorkingCopy ofInfra() {
    try {
      WorkingCopy copy = new WorkingCopy(Files.createTempDirectory("infra"));
      try (Stream<Path> files = Files.walk(INFRA)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = copy.folder.resolve(INFRA.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the types come from a registry that is not to be reached: from the file instead. */
  WorkingCopy withGraphTypes() {
    Optional.ofNullable(System.getenv("MICROSOFT_GRAPH_TYPES")).ifPresent(this::takeTypes);
    return this;
  }

  private void takeTypes(String index) {
    String[] publish = {"publish-extension", index, "--target", "graph.tgz", "--force"};
    Tool.Answer published = Tool.BICEP.run(folder, Map.of(), publish);
    if (published.status() != 0) {
      throw new AssertionError(published.errors());
    }
    write("bicepconfig.json", read("bicepconfig.json").replaceFirst(REGISTRY, "\"./graph.tgz\""));
  }

  /** Bicep, run in it. */
  Tool.Answer bicep(Map<String, String> variables, String... arguments) {
    return Tool.BICEP.run(folder, variables, arguments);
  }

  String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its Bicep files and files of parameters: text by path. */
  Map<String, String> texts() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.matches(".*\\.bicep(param)?"))
          .collect(Collectors.toMap(Function.identity(), this::read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                Path visited, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
