package io.crmsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A path into the code that a document names leads somewhere. */
class DocumentedPathsTest {
  private static final Pattern PATH =
      Pattern.compile(
          "`((?:sync|functions|domain|adapters|simulators|localapp|staged|contracts|supervision)/[\\w/*…]*[\\w*…])/?`");
  private static final List<Path> ROOTS =
      Stream.of("main", "local", "test")
          .map(root -> Path.of("src", root, "java", "io", "crmsync"))
          .toList();

  private static final List<Path> FRONT =
      Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of).toList();

  @Test
  void everyPathIntoTheCodeIsThere() throws IOException {
    for (Path document : documents()) {
      assertThat(leadingNowhere(Files.readString(document))).as(document.toString()).isEmpty();
    }
  }

  @Test
  void theDocumentsNameMany() throws IOException {
    long paths = 0;
    for (Path document : documents()) {
      paths += paths(Files.readString(document)).count();
    }
    assertThat(paths).isGreaterThan(50);
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

  private static List<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>(FRONT);
    for (Path folder : List.of(Path.of("docs"), Path.of("infra"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(found::add);
      }
    }
    return found;
  }
}
