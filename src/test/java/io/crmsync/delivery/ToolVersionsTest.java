package io.crmsync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The versions that the README asks for are those that the build wants and GitHub's machines have.
 */
class ToolVersionsTest {
  private static final String WORKFLOWS = ".github/workflows/";

  private final String readme = read("README.md");
  private final String pom = read("pom.xml");
  private final String container = read(".devcontainer/Dockerfile");

  @Test
  void theBuildRefusesWhatTheReadmeExcludes() {
    assertThat(pom)
        .contains("<version>[" + asked("JDK") + ",)</version>")
        .contains("<version>[" + asked("Maven") + ",)</version>")
        .contains("<maven.compiler.release>" + asked("JDK") + "</maven.compiler.release>");
  }

  /** The oldest Java that is promised is the one that the gate runs on. */
  @Test
  void workflowsAndContainerHaveTheOldestJavaThatIsPromised() {
    for (String workflow : List.of("verify.yml", "release.yml")) {
      assertThat(read(WORKFLOWS + workflow)).contains("java-version: '" + asked("JDK") + "'");
    }
    assertThat(container).contains("openjdk-" + asked("JDK") + "-jdk").contains(" maven ");
  }

  @Test
  void workflowsAndContainerHaveOneNodeThatIsNewEnough() {
    String node = found(container, "FROM node:(\\d+)-");
    for (String workflow : List.of("verify.yml", "release.yml")) {
      assertThat(read(WORKFLOWS + workflow)).contains("node-version: '" + node + "'");
    }
    assertThat(Integer.parseInt(node)).isGreaterThanOrEqualTo(Integer.parseInt(asked("Node")));
  }

  /** The Java half drives the other one over a protocol that is not promised to be stable. */
  @Test
  void bothHalvesOfPlaywrightHaveOneVersion() throws IOException {
    String java = found(pom, "<artifactId>playwright</artifactId>\\s*<version>([\\d.]+)</version>");
    assertThat(
            new JsonMapper()
                .readTree(read("package.json"))
                .at("/devDependencies/playwright-core")
                .asText())
        .isEqualTo(java);
  }

  private String asked(String tool) {
    return found(readme, "\\*\\*" + tool + " ([\\d.]+)\\*\\*");
  }

  private static String found(String text, String pattern) {
    List<MatchResult> results = Pattern.compile(pattern).matcher(text).results().toList();
    assertThat(results).as(pattern).hasSize(1);
    return results.get(0).group(1);
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
