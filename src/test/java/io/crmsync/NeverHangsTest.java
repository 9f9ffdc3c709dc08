package io.crmsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Limits against hanging")
class NeverHangsTest {
  private static final String OWN_LIMIT = "import org.junit.jupiter.api.Timeout;";

  @Test
  void noTestHasALimitOfItsOwn() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> own = files.filter(NeverHangsTest::setsOne).toList();
      assertThat(own).containsExactly(Path.of("src/test/java/io/crmsync/NeverHangs.java"));
    }
  }

  private static boolean setsOne(Path file) {
    try {
      return file.toString().endsWith(".java") && Files.readAllLines(file).contains(OWN_LIMIT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
