package io.crmsync.functions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that is delivered, file by file. */
class PageContentsTest {
  private static final Path FOLDER = Path.of("src/main/resources/web");
  private static final Path LIST = FOLDER.resolve("files.txt");

  @Test
  void theListNamesEveryFileOfTheFolderOnceAndNoOther() throws IOException {
    assertThat(Files.readAllLines(LIST)).containsExactlyInAnyOrderElementsOf(inTheFolder());
  }

  @Test
  void everyFileHasATypeAndIsRead() {
    assertThatCode(WebFiles::inTheJar).doesNotThrowAnyException();
  }

  /** Else it would be loaded twice: under the version, and without it. */
  @Test
  void aStaticFileNamesOthersRelatively() throws IOException {
    for (String name : inTheFolder()) {
      if (name.startsWith("static/")) {
        assertThat(Files.readString(FOLDER.resolve(name))).as(name).doesNotContain("/page/static/");
      }
    }
  }

  private static List<String> inTheFolder() throws IOException {
    try (Stream<Path> found = Files.walk(FOLDER)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> !file.equals(LIST))
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }
}
