package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The jar that would be deployed does a night's work, with what the worker has and no more. */
class StagedNightIT {
  private static final String APP_JAR = System.getProperty("staged.jar", "");

  @Test
  void theStagedJarBringsTheSampleToEveryMailbox() throws Exception {
    JsonNode expected = Http.JSON.readTree(RunOptions.SAMPLE.resolve("expected.json").toFile());
    String pairs = expected.path("pairs").asText();
    assertThat(Path.of(APP_JAR)).isRegularFile();

    RunOfItsOwn run = RunOfItsOwn.with("app.jar=" + APP_JAR, "change=10");

    assertThat(run.output())
        .contains(pairs + " queued: " + pairs + " created")
        .contains(pairs + " copies are there.")
        .contains(" mailboxes, 0 other Graph requests.")
        .doesNotContain("NOT CONVERGED", "EXPECTED");
    assertThat(run.exitCode()).isZero();
  }
}
