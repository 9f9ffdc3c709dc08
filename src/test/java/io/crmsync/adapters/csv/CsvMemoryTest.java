package io.crmsync.adapters.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An export may be far larger than the memory. */
class CsvMemoryTest {
  /** 80 MB of text, several times read, in 48 MB. */
  @Test
  void aHundredThousandRowsAreReadInMemoryThatDoesNotGrowWithThem() throws Exception {
    assertThat(said("100000")).containsExactly("100000 in 4 parts, FOUND, GONE");
  }

  @Test
  void aHundredThousandIdsAreKeptInLessThanAMegabyte() {
    IdIndex.Builder ids = new IdIndex.Builder();
    List<ContactId> all =
        IntStream.range(0, 100_000).mapToObj(i -> CsvIds.of("a" + i + "@sample.example")).toList();
    IntStream.range(0, all.size()).forEach(i -> ids.add(all.get(i), i));
    IdIndex index = ids.build();
    assertThat(index.bytes()).isLessThan(1_000_000);
    assertThat(index.repeated()).isEmpty();
    assertThat(IntStream.range(0, all.size()))
        .allMatch(i -> index.find(all.get(i)).anyMatch(number -> number == i));
    assertThat(IntStream.range(0, 100_000).filter(i -> index.find(CsvIds.of("b" + i)).count() > 0))
        .hasSizeLessThan(10);
  }

  private static List<String> said(String rows) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                SmallHeap.class.getName(),
                rows)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().filter(line -> !line.startsWith("SLF4J")).toList();
  }

  /** Ours, whoever started us: a launcher with a class loader of its own is not on its own path. */
  private static String classPath() {
    return CsvMemoryTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }
}
