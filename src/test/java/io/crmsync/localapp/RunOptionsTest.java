package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crmsync.functions.settings.BadSetting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOptionsTest {

  @Test
  void withoutOptionsItRunsTheSampleAndStaysUp() {
    RunOptions options = RunOptions.of(new Properties());
    assertThat(options.once()).isFalse();
    assertThat(options.dry()).isFalse();
    assertThat(options.data()).isEqualTo(RunOptions.SAMPLE);
    assertThat(options.csv()).isEmpty();
    assertThat(options.state()).isEmpty();
    assertThat(options.lease()).isEqualTo(Duration.ofMinutes(10));
    assertThat(options.nights()).isOne();
    assertThat(options.settings()).isEmpty();
    assertThat(options.appJar()).isEmpty();
  }

  @Test
  void anEmptyOptionIsAsGoodAsAbsent() {
    assertThat(of("state", "").state()).isEmpty();
    assertThat(of("lease", " ").lease()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aFlagWithoutAValueIsSet() {
    assertThat(of("once", "").once()).isTrue();
    assertThat(of("dry", "").dry()).isTrue();
  }

  @Test
  void optionsAreRead() {
    assertThat(of("state", "target/kept").state()).contains(Path.of("target/kept"));
    assertThat(of("change", "1.5").change()).isEqualTo(1.5);
    assertThat(of("kill.while", "reading").killWhile()).isEqualTo(Kills.Moment.READING);
    assertThat(of("settings", "SYNC_NEW=onRequest, SYNC_CATEGORY=CRM").settings())
        .isEqualTo(Map.of("SYNC_NEW", "onRequest", "SYNC_CATEGORY", "CRM"));
  }

  @ParameterizedTest
  @CsvSource({
    "lease,0",
    "lease,soon",
    "kills,-1",
    "change,101",
    "port,70000",
    "once,perhaps",
    "dry,7",
    "kill.while,sleeping",
    "settings,SYNC_NEW",
    "crm.data,target/nothing-here",
    "crm.csv,target/nothing-here.csv",
    "app.jar,target/nothing-here.jar"
  })
  void aWrongOptionNamesItselfAndWhatItHolds(String name, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(name, value))
        .withMessageStartingWith("-D" + name + "=" + value);
  }

  @Test
  void aDirectoryThatLacksAFileOfRecordsIsRefusedAndTheFileNamed(@TempDir Path data)
      throws IOException {
    Files.writeString(data.resolve("contacts.jsonl"), "");
    refused(data, "there is no users.jsonl in ");
    Files.writeString(data.resolve("users.jsonl"), "");
    refused(data, "there is no groups.jsonl in ");
    Files.writeString(data.resolve("groups.jsonl"), "");
    assertThat(of("crm.data", data.toString()).data()).isEqualTo(data);
  }

  @Test
  void filesOfAnExportAreTakenInPlaceOfTheSimulatedCrm(@TempDir Path folder) throws IOException {
    Path german = file(folder.resolve("german.csv"), "Nachname;E-Mail-Adresse\nA;a@a.example\n");
    Path users = file(folder.resolve("users.csv"), "id,mailbox,active\nu1,b@b.example,yes\n");
    assertThat(of("crm.csv", german + ", " + users).csv()).containsExactly(german, users);
    assertThat(of("crm.csv", "").csv()).isEmpty();
  }

  @Test
  void twoFilesOfOneNameAreRefused(@TempDir Path folder) throws IOException {
    Path one = file(folder.resolve("one/contacts.csv"), "Last Name\nA\n");
    Path other = file(folder.resolve("other/contacts.csv"), "Last Name\nB\n");
    exportRefused(one + "," + other, "two files are called contacts.csv");
  }

  @Test
  void aFileOfAnExportThatIsBrokenIsRefusedBeforeAnythingStarts(@TempDir Path folder)
      throws IOException {
    Path cut = file(folder.resolve("cut.csv"), "First Name,Last Name\nA,B\nC\n");
    exportRefused(cut.toString(), "cut.csv line 3: ");
    Path contacts = file(folder.resolve("contacts.csv"), "Last Name\nA\n");
    Path users = file(folder.resolve("users.csv"), "id,mailbox\nu1,a@a.example\n");
    exportRefused(contacts + "," + users, "users.csv: the heading active is missing");
    file(users, "id,mailbox,active\nu1,a@a.example,yes\n");
    exportRefused(users.toString(), "there is no file of contacts");
  }

  @ParameterizedTest
  @CsvSource({
    "crm.data,somewhere,there is one CRM",
    "change,5,the run changes no files",
    "kill.while,reading,only the simulated CRM can be slow"
  })
  void whatNeedsTheSimulatedCrmIsRefusedBesideFilesAndBothAreNamed(
      String name, String value, String why, @TempDir Path folder) throws IOException {
    Path contacts = file(folder.resolve("contacts.csv"), "Last Name\nA\n");
    Properties properties = new Properties();
    properties.setProperty("crm.csv", contacts.toString());
    properties.setProperty("kills", "1");
    properties.setProperty(name, value);
    String message = "-D%s=%s: it cannot be beside -Dcrm.csv=%s: %s";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunOptions.of(properties))
        .withMessageStartingWith(message.formatted(name, value, contacts, why));
  }

  @Test
  void theSourceIsTheRunsOwnChoice() {
    Map<String, String> settings =
        LocalSettings.of(
            Map.of("CRM_BASE_URL", "https://crm.example", "CRM_SOURCE", "feed"),
            "",
            Map.of("CRM_SOURCE", "csv"),
            URI.create("http://127.0.0.1:1"),
            Map.of("CRM_SOURCE", "feed"));
    assertThat(settings).containsEntry("CRM_SOURCE", "csv").doesNotContainKey("CRM_BASE_URL");
  }

  @Test
  void aBrokenLineIsNamedByItsFileItsNumberAndTheRule(@TempDir Path data) throws IOException {
    for (String file : List.of("contacts", "users", "groups")) {
      Files.writeString(data.resolve(file + ".jsonl"), "");
    }
    Path users = data.resolve("users.jsonl");
    Files.writeString(users, "{\"id\":\"u1\"}\n\n{\"id\":\"u2\", oops\n");
    refused(data, "users.jsonl, line 3: not JSON");
    Files.writeString(users, "{\"id\":\"u1\"}\n{\"id\":\"u1\"}\n");
    refused(data, "users.jsonl, line 2: an id that a line before it has");
    Files.writeString(users, "{\"name\":1}");
    refused(data, "users.jsonl, line 1: not an id: ''");
  }

  @Test
  void aMisspeltSettingIsRefusedHereToo() {
    URI somewhere = URI.create("http://127.0.0.1:1");
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(
            () ->
                LocalSettings.of(
                    Map.of(), "", Map.of(), somewhere, Map.of("SYNC_FOLDR", "Friends")))
        .withMessageEndingWith("did you mean SYNC_FOLDER?");
  }

  /** It ended the run: the simulator was asked for another mailbox, one with a plus. */
  @Test
  void aBlankInAMailboxIsABlankInTheAddressOfItsView() {
    URI graph = URI.create("http://127.0.0.1:1/v1.0");
    assertThat(Copies.mailbox(graph, "ann b@a.example"))
        .hasToString("http://127.0.0.1:1/_sim/mailboxes/ann%20b@a.example");
  }

  private static void refused(Path data, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("crm.data", data.toString()))
        .withMessageStartingWith("-Dcrm.data=" + data + ": " + message);
  }

  private static void exportRefused(String files, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("crm.csv", files))
        .withMessageStartingWith("-Dcrm.csv=" + files + ": " + message);
  }

  private static Path file(Path path, String text) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    return Files.writeString(path, text);
  }

  private static RunOptions of(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return RunOptions.of(properties);
  }
}
