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
                    Map.of(), "", somewhere, somewhere, Map.of("SYNC_FOLDR", "Friends")))
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

  private static RunOptions of(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return RunOptions.of(properties);
  }
}
