package io.crmsync.adapters.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A page of 60 MB was an OutOfMemoryError. */
class FeedMemoryTest {
  @Test
  void pagesFarLargerThanTheHeapAreReadOrRefusedAndEndNothing() throws Exception {
    assertThat(said("teams", "picture", "oneTeam", "tooLong"))
        .containsExactly(
            "teams: 5000 records, 0 bad: none",
            "picture: 2 records, 0 bad: none",
            "oneTeam: 2 records, 1 bad: record: longer than 4194304 bytes",
            "tooLong: refused: contacts: body longer than 33554432 bytes");
  }

  private static List<String> said(String... pages) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                SmallHeap.class.getName()));
    command.addAll(List.of(pages));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().filter(line -> !line.startsWith("SLF4J")).toList();
  }

  /** Ours, whoever started us: a launcher with a class loader of its own is not on its own path. */
  private static String classPath() {
    return FeedMemoryTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }
}
