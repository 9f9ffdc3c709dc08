package io.crmsync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workflows run on GitHub alone; what can be said of them before is said here. */
class WorkflowsTest {
  private static final Path FOLDER = Path.of(".github", "workflows");

  @Test
  void noWorkflowBreaksARule() throws IOException {
    for (Path workflow : workflows()) {
      assertThat(WorkflowRules.brokenBy(Files.readString(workflow)))
          .as(workflow.toString())
          .isEmpty();
    }
  }

  @Test
  void eachRunsTheGateThatALaptopRuns() throws IOException {
    assertThat(workflows()).hasSize(2);
    for (Path workflow : workflows()) {
      assertThat(Files.readString(workflow)).containsOnlyOnce("run: .ci/run\n");
    }
  }

  /** The release with one thing broken in it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "checkout@[0-9a-f]+ # v\\S+ | checkout@v4               | not pinned to a commit",
        "(checkout@[0-9a-f]{7})\\S+ | $1                        | not pinned to a commit",
        "(checkout@[0-9a-f]+) # v\\S+ | $1                      | not pinned to a commit",
        "contents: read             | contents: write           | its jobs may do more",
        "permissions:\\n  contents: read | env: {}              | its jobs may do more",
        "persist-credentials: false | fetch-depth: 1            | leaves its token",
        "timeout-minutes: 10        | continue-on-error: true   | publish has no limit of time",
        "run: gh release create     | run: .ci/release && gh    | publish may write, and runs",
        "run: gh release create     | run: mvn deploy && gh     | publish may write, and runs",
        "\"\\$GITHUB_REPOSITORY\"   | ${{ github.repository }}  | publish puts an expression",
      })
  void aBrokenCopyIsNoticed(String is, String becomes, String finding) throws IOException {
    String release = Files.readString(FOLDER.resolve("release.yml"));
    String dollar = becomes.startsWith("$1") ? becomes : becomes.replace("$", "\\$");
    String broken = release.replaceAll(is, dollar);

    assertThat(broken).isNotEqualTo(release);
    assertThat(WorkflowRules.brokenBy(broken)).anyMatch(said -> said.contains(finding));
  }

  private static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }
}
