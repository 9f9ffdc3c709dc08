package io.crmsync.staged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two builds give the same bytes. That would take two builds to show; these are the ways in which a
 * jar comes to differ: times, places, and the tools that made it.
 */
class SameJarEverywhereIT {
  private static JarEntries jar;

  @BeforeAll
  static void open() throws IOException {
    jar = JarEntries.of(StagedApp.ofThisBuild().appJar());
  }

  @Test
  void noFileBearsTheTimeOfTheBuild() throws IOException {
    Set<LocalDateTime> known = timesOfDependencies();
    known.add(OffsetDateTime.parse(System.getProperty("built.at")).toLocalDateTime());
    assertThat(known).hasSizeGreaterThan(1);
    assertThat(jar.times().collect(Collectors.toSet())).isSubsetOf(known);
  }

  @Test
  void theManifestNamesNoToolAndNoPerson() throws IOException {
    Manifest manifest = new Manifest(new ByteArrayInputStream(jar.read("META-INF/MANIFEST.MF")));
    assertThat(manifest.getMainAttributes().keySet())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "Manifest-Version", "Implementation-Title", "Implementation-Version", "Multi-Release");
  }

  @Test
  void nothingOfOursNamesThePlaceWhereItWasBuilt() throws IOException {
    String here = Path.of("").toAbsolutePath().toString();
    for (String name : jar.names()) {
      if (isOurs(name)) {
        assertThat(new String(jar.read(name), ISO_8859_1))
            .as(name)
            .doesNotContain(here, System.getProperty("java.home"))
            .doesNotContain(System.getProperty("java.runtime.version"));
      }
    }
  }

  private static boolean isOurs(String name) {
    return (name.startsWith("io/crmsync/") && !name.startsWith("io/crmsync/shaded/"))
        || name.startsWith("META-INF/THIRD-PARTY")
        || name.startsWith("META-INF/NOTICE")
        || name.startsWith("META-INF/services/")
        || name.startsWith("mapping/")
        || name.startsWith("web/");
  }

  private static Set<LocalDateTime> timesOfDependencies() throws IOException {
    Set<LocalDateTime> times = new HashSet<>();
    for (String part : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      if (part.endsWith(".jar")) {
        JarEntries.of(Path.of(part)).times().forEach(times::add);
      }
    }
    return times;
  }
}
