package io.crmsync.staged;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.NeverHangs;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The staging plugin copies local.settings.json, secrets and all. Here the last steps of the build
 * are done once more, on a copy of the project that has one.
 */
@NeverHangs
class LocalSettingsStayIT {
  private static final String FILE = "local.settings.json";
  private static final String ZIP = "target/crm-outlook-sync.zip";

  @Test
  void theyGetNeitherIntoTheZipNorDoTheyStayInTheStagedFolder(@TempDir Path project)
      throws Exception {
    copyInto(project, "pom.xml", "host.json", "src/assembly", "target/classes");
    Path jar = StagedApp.ofThisBuild().appJar();
    Files.copy(jar, project.resolve("target").resolve(jar.getFileName()));
    Files.writeString(project.resolve(FILE), "{\"Values\":{\"CRM_API_KEY\":\"a-secret\"}}");

    String output =
        maven(
            project,
            "azure-functions:package@stage",
            "assembly:single@deployable",
            "clean:clean@no-local-settings");

    Path staged = project.resolve("target/azure-functions/crm-outlook-sync");
    assertThat(output).as("it was staged").contains("Deleting file " + staged.resolve(FILE));
    assertThat(staged.resolve(FILE)).doesNotExist();
    assertThat(JarEntries.of(project.resolve(ZIP)).names())
        .containsExactlyInAnyOrderElementsOf(StagedApp.ofThisBuild().files());
  }

  @Test
  void theZipOfACopyIsTheZipOfTheBuild(@TempDir Path project) throws Exception {
    copyInto(project, "pom.xml", "src/assembly", "target/azure-functions");

    maven(project, "assembly:single@deployable");

    assertThat(project.resolve(ZIP))
        .hasSameBinaryContentAs(Path.of(System.getProperty("staged.zip")));
  }

  private static void copyInto(Path project, String... parts) throws IOException {
    for (String part : parts) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.toList()) {
          Files.createDirectories(project.resolve(file).getParent());
          Files.copy(file, project.resolve(file));
        }
      }
    }
  }

  private static String maven(Path project, String... goals) throws Exception {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    String mvn = windows ? "mvn.cmd" : "mvn";
    List<String> command =
        Stream.concat(
                Stream.of(
                    System.getProperty("maven.home")
                        + File.separator
                        + "bin"
                        + File.separator
                        + mvn,
                    "--batch-mode",
                    "--offline",
                    "-Dmaven.clean.verbose=true",
                    "-Dmaven.repo.local=" + System.getProperty("maven.repository")),
                Stream.of(goals))
            .toList();
    Process process =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
