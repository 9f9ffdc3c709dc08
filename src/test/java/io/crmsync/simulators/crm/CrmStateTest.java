package io.crmsync.simulators.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

class CrmStateTest {
  private final Path records;
  private final Path state;

  CrmStateTest(@TempDir Path records, @TempDir Path state) {
    this.records = records;
    this.state = state;
  }

  @Test
  void editsSurviveARestart() throws IOException {
    Files.writeString(records.resolve("contacts.jsonl"), "{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
    CrmSimulatorOptions options = CrmSimulatorOptions.of(records).withState(state.resolve("crm"));
    try (CrmSimulator crm = CrmSimulator.start(options)) {
      crm.contacts().patch("a", "{\"lastName\":\"Łukasz 李\"}");
      crm.contacts().delete("b");
      crm.users().put("{\"id\":\"u\"}");
    }
    try (CrmSimulator crm = CrmSimulator.start(options)) {
      assertThat(crm.contacts().find("a")).contains("{\"id\":\"a\",\"lastName\":\"Łukasz 李\"}");
      assertThat(crm.contacts().ids()).containsExactly("a");
      assertThat(crm.users().size()).isEqualTo(1);
      crm.contacts().undelete("b");
      assertThat(crm.contacts().find("b")).contains("{\"id\":\"b\"}");
    }
  }

  @Test
  void withoutAStateTheRecordsStayAsTheyAre() throws IOException {
    Path contacts = Files.writeString(records.resolve("contacts.jsonl"), "{\"id\":\"a\"}\n");
    try (CrmSimulator crm = CrmSimulator.start(CrmSimulatorOptions.of(records))) {
      crm.contacts().delete("a");
    }
    assertThat(contacts).hasContent("{\"id\":\"a\"}");
  }

  @Test
  void theCommandLineNamesDirectoriesPortAndKey() {
    CrmSimulatorOptions options =
        CrmSimulatorMain.options(
            "--data=d", "--state=s", "--port=7080", "--api-key=k=1", "--longest-page=5");
    assertThat(options)
        .isEqualTo(
            CrmSimulatorOptions.of(Path.of("d"))
                .withState(Path.of("s"))
                .withPort(7080)
                .withAccess(Access.apiKey("k=1"))
                .withLongestPage(5));
    assertThatExceptionOfType(UnmatchedArgumentException.class)
        .isThrownBy(() -> CrmSimulatorMain.options("--ports=1"))
        .satisfies(e -> assertThat(e.getSuggestions()).contains("--port"));
    assertThatExceptionOfType(MissingParameterException.class)
        .isThrownBy(() -> CrmSimulatorMain.options("--port"));
  }
}
