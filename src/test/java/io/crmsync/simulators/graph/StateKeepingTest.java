package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.UnmatchedArgumentException;

class StateKeepingTest {
  private final Path directory;

  StateKeepingTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void aMailboxIsTheSameAfterARestart() {
    String before = filledMailbox();
    try (GraphSimulator again = start()) {
      MailboxUser anna = again.mailbox("anna@example.org");
      assertThat(new SimulatorClient(again.adminUrl()).get("/mailboxes/anna@example.org").text())
          .isEqualTo(before);
      assertThat(anna.objectId()).isEqualTo("a-1");
      assertThat(anna.condition()).isEqualTo(MailboxCondition.MOVING);
    }
  }

  @Test
  void idsGivenAfterARestartAreNew() {
    filledMailbox();
    try (GraphSimulator again = start()) {
      MailboxUser anna = again.mailbox("anna@example.org");
      String id = anna.addContact("contacts", Map.of("givenName", "New"));
      assertThat(anna.contacts()).hasSize(2);
      assertThat(anna.bin()).extracting(ContactView::id).doesNotContain(id).hasSize(1);
    }
  }

  @Test
  void contactsAreStillFoundAfterARestart() {
    filledMailbox();
    try (GraphSimulator again = start()) {
      MailboxUser anna = again.mailbox("anna@example.org");
      anna.condition(MailboxCondition.HEALTHY);
      String filter = "emailAddresses/any(a:a/address eq 'ada@example.org')";
      String folder = anna.folder("Others").orElseThrow().id();
      String query = "/contacts?$filter=" + UrlText.encode(filter);
      var found = new SimulatorClient(again.baseUrl()).get(SimulatorTest.folder(folder) + query);
      assertThat(SimulatorTest.values(found, "surname")).containsExactly("Ex");
    }
  }

  @Test
  void aMailboxMadeAnewAndItsAliasAreStillSoAfterARestart() {
    filledMailbox();
    String folder;
    try (GraphSimulator between = start()) {
      MailboxUser anna = between.mailbox("anna@example.org");
      anna.addAlias("anna.alias@example.org");
      folder = anna.makeAnew().folder("Contacts").orElseThrow().id();
    }
    try (GraphSimulator again = start()) {
      MailboxUser anna = again.mailbox("anna.alias@example.org");
      assertThat(anna.contacts()).isEmpty();
      assertThat(anna.folder("Contacts").orElseThrow().id()).isEqualTo(folder);
    }
  }

  @Test
  void onlyWholeFilesAreLeft() throws IOException {
    filledMailbox();
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("a-1.json"));
    }
  }

  @Test
  void whatDidNotChangeIsNotWrittenAgainAndWhatIsGoneIsRemoved() throws IOException {
    StateDirectory state = new StateDirectory(directory);
    Mailbox anna = new Mailbox("anna@example.org", "a/1");
    Path file = directory.resolve("a%2F1.json");
    state.save(List.of(anna));
    Files.delete(file);
    state.save(List.of(anna));
    assertThat(file).doesNotExist();
    anna.condition(MailboxCondition.FULL);
    state.save(List.of(anna));
    assertThat(file).exists();
    state.save(List.of());
    assertThat(file).doesNotExist();
  }

  @Test
  void theProgramTakesPortStateAndLatency() {
    GraphSimulatorOptions options =
        GraphSimulatorMain.options("--port=8123", "--state=" + directory, "--latency-ms=40");
    assertThat(options.port()).isEqualTo(8123);
    assertThat(options.stateDirectory()).contains(directory);
    assertThat(options.behaviour().latency()).isEqualTo(Duration.ofMillis(40));
    assertThatExceptionOfType(UnmatchedArgumentException.class)
        .isThrownBy(() -> GraphSimulatorMain.options("--ports=1"))
        .satisfies(e -> assertThat(e.getSuggestions()).contains("--port"));
  }

  private GraphSimulator start() {
    return GraphSimulator.start(GraphSimulatorOptions.defaults().keepingStateIn(directory));
  }

  private String filledMailbox() {
    try (GraphSimulator simulator = start()) {
      MailboxUser anna = simulator.addMailbox("anna@example.org", "a-1");
      anna.createFolder("Others");
      anna.addContact(
          "Others",
          Map.of(
              "surname", "Ex",
              "emailAddresses", List.of(Map.of("address", "ada@example.org")),
              "homeAddress", Map.of("city", "Ely"),
              "singleValueExtendedProperties",
                  List.of(Map.of("id", SimulatorTest.MARK, "value", "1"))));
      anna.deleteContact(anna.addContact("contacts", Map.of("birthday", "1980-02-29T11:59:00Z")));
      anna.condition(MailboxCondition.MOVING);
      return new SimulatorClient(simulator.adminUrl()).get("/mailboxes/a-1").text();
    }
  }
}
