package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRunIT {

  @Test
  void theSampleConvergesAndIsSummedUp() throws Exception {
    RunOfItsOwn run = RunOfItsOwn.with("nights=2", "change=10");
    JsonNode expected = expected();
    String pairs = expected.path("pairs").asText();
    assertThat(run.output())
        .contains(expected.path("contactsRead").asText() + " read")
        .contains(expected.path("usersActive").asText() + " active users")
        .contains(expected.path("otherKinds").asText() + " otherKind")
        .contains(expected.path("inactive").asText() + " inactive")
        .contains(pairs + " queued: " + pairs + " created")
        .contains(
            pairs + " pairs in " + expected.path("mailboxes").asText() + " mailboxes are entitled")
        .contains(pairs + " copies are there.")
        .contains("0 Graph requests and 0 messages on contact-sync.")
        .contains(" mailboxes, 0 other Graph requests.")
        .doesNotContain("NOT CONVERGED", "EXPECTED");
    expected
        .path("notActionable")
        .properties()
        .forEach(
            reason ->
                assertThat(run.output())
                    .contains(reason.getValue().asText() + " " + reason.getKey()));
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void killedWhileItReadsTheCrmItGoesOnAfterTheLease() throws Exception {
    RunOfItsOwn run = RunOfItsOwn.with("kills=1", "kill.while=reading", "lease=5");
    assertThat(run.output()).contains("killed the functions' process");
    assertThat(run.output()).contains("Every pair has what it should, once.");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void withAStateDirectoryTheNextRunFindsEverythingDone(@TempDir Path state) throws Exception {
    assertThat(RunOfItsOwn.with("state=" + state).exitCode()).isZero();
    RunOfItsOwn second = RunOfItsOwn.with("state=" + state);
    assertThat(second.output())
        .contains("0 new or changed")
        .contains(expected().path("pairs").asText() + " copies are there.")
        .containsPattern("Graph +0 requests");
    assertThat(second.exitCode()).isZero();
  }

  @Test
  void aBadSettingNamesItselfAndFails() throws Exception {
    RunOfItsOwn run = RunOfItsOwn.with("settings=SYNC_PAGE_SIZE=0");
    assertThat(run.output()).contains("SYNC_PAGE_SIZE").contains("1 to 5000");
    assertThat(run.exitCode()).isOne();
  }

  private static JsonNode expected() throws IOException {
    return Http.JSON.readTree(RunOptions.SAMPLE.resolve("expected.json").toFile());
  }
}
