package io.crmsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A path into the code that a document names leads somewhere. */
class DocumentedPathsTest {
  private static final Pattern PATH =
      Pattern.compile("`((?:sync|functions|domain|adapters)/[\\w/*…]*[\\w*…])/?`");
  private static final List<Path> ROOTS =
      List.of(Path.of("src/main/java/io/crmsync"), Path.of("src/test/java/io/crmsync"));

  @Test
  void everyPathIntoTheCodeIsThere() throws IOException {
    try (Stream<Path> documents = documents()) {
      for (Path document : documents.toList()) {
        assertThat(leadingNowhere(Files.readString(document))).as(document.toString()).isEmpty();
      }
    }
  }

  @Test
  void theDocumentsNameMany() throws IOException {
    try (Stream<Path> documents = documents()) {
      assertThat(documents.mapToLong(document -> paths(text(document)).count()).sum())
          .isGreaterThan(50);
    }
  }

  @Test
  void aClassThatMovedIsNoticed() {
    assertThat(leadingNowhere("`sync/run/StartRun` `sync/port/*Contract` `domain/plan` `sync/…`"))
        .isEmpty();
    assertThat(leadingNowhere("`sync/StartRun` and `sync/port/*Contracts`"))
        .containsExactly("sync/StartRun", "sync/port/*Contracts");
  }

  private static List<String> leadingNowhere(String text) {
    return paths(text).filter(path -> ROOTS.stream().noneMatch(root -> leads(root, path))).toList();
  }

  private static Stream<String> paths(String text) {
    return PATH.matcher(text).results().map(found -> found.group(1));
  }

  /** A folder, a class, or some of a folder: the sign … stands for any of its names. */
  private static boolean leads(Path root, String path) {
    Path target = root.resolve(path.replace('…', '*').replace('*', '_'));
    String name = path.substring(path.lastIndexOf('/') + 1).replace('…', '*');
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return false;
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name + "{,.java}");
    try (Stream<Path> names = Files.list(folder)) {
      return names.anyMatch(file -> matcher.matches(file.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> documents() throws IOException {
    return Stream.concat(
            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of),
            Stream.concat(Files.walk(Path.of("docs")), Files.walk(Path.of("infra"))))
        .filter(file -> file.toString().endsWith(".md"));
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
