package io.crmsync.staged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The zip that is deployed: the staged folder and nothing else, the same from every build. */
class DeployableZipIT {
  private static final long TWENTY_FIVE_MEGABYTES = 25_000_000;

  private static JarEntries zip;

  private final StagedApp app = StagedApp.ofThisBuild();

  @BeforeAll
  static void open() throws IOException {
    zip = JarEntries.of(Path.of(System.getProperty("staged.zip", "target/crm-outlook-sync.zip")));
  }

  @Test
  void itHoldsWhatIsStagedByteForByte() throws IOException {
    assertThat(zip.names()).containsExactlyInAnyOrderElementsOf(app.files());
    for (String name : zip.names()) {
      assertThat(zip.read(name)).as(name).isEqualTo(Files.readAllBytes(app.folder().resolve(name)));
    }
  }

  /** azure.yaml names the file itself; the pom makes its name of functionAppName. */
  @Test
  void itIsTheFileThatAzdUploads() throws IOException {
    String dist =
        new YAMLMapper()
            .readTree(Path.of("azure.yaml").toFile())
            .at("/services/api/dist")
            .asText();
    assertThat(zip.archive().toAbsolutePath()).isEqualTo(Path.of(dist).toAbsolutePath());
  }

  @Test
  void theHostFindsItsFileAtTheTop() {
    assertThat(zip.names()).contains("host.json");
  }

  @Test
  void itIsSmall() throws IOException {
    assertThat(Files.size(zip.archive())).isLessThan(TWENTY_FIVE_MEGABYTES);
  }

  @Test
  void itsFilesAreInTheSameOrderAndOfTheSameTimeWhoeverBuildsIt() {
    LocalDateTime always =
        OffsetDateTime.parse(System.getProperty("built.at", "2026-01-01T00:00:00Z"))
            .toLocalDateTime();
    assertThat(zip.times()).containsOnly(always);
    assertThat(zip.names()).isSorted();
  }
}
