package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.NeverHangs;
import io.crmsync.contracts.ApiSchema;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.run.RunCounts;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A dry run before the first night, through the functions, queues and tables. */
@NeverHangs
class DryRunIT {
  private static final ProgressView SILENT =
      new ProgressView(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);

  @Test
  void whatItReportsIsWhatTheNightDoes() {
    RunOptions options = RunOptions.of(new Properties());
    try (Landscape landscape = Landscape.start(options)) {
      Nights nights = new Nights(landscape, SILENT, options);
      DryRunReport dry = nights.dryRun();

      assertThat(dry.completed()).isTrue();
      assertThat(dry.watched().counts().graph().keySet())
          .as("requests that only read")
          .allMatch(kind -> kind.startsWith("list") || kind.startsWith("get"));
      assertThat(Copies.read(landscape.graph()).total()).isZero();
      JsonNode run = AdminApi.of(landscape).get("runs/" + dry.run().runId());
      assertThat(ApiSchema.httpApi().validate(run, "Run")).isEmpty();
      assertThat(run.path("planned").path("create").asLong())
          .isEqualTo(dry.actions().get("create"))
          .isPositive();
      assertThat(dry.actions()).containsKeys("none deceased", "none nameMissing");

      NightReport night = nights.next("first", false);
      assertThat(night.converged()).isTrue();
      assertThat((long) night.count(Outcome.CREATED)).isEqualTo(dry.actions().get("create"));
      assertThat(night.run().counts().get(RunCounts.PAIRS_QUEUED))
          .isEqualTo(dry.run().counts().get(RunCounts.PAIRS_QUEUED));
      assertThat(nights.dryRun().actions()).as("once all is up to date").isEmpty();
    }
  }
}
