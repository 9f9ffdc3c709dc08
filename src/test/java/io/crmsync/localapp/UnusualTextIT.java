package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.NeverHangs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text of every script and length, from the CRM over Azurite's rows into Graph, by HTTP. */
@NeverHangs
class UnusualTextIT {
  private static final List<String> TEXTS =
      List.of(
          "\u0130brahim I\u015F\u0131k \u00C7i\u011Fdem",
          "\u0E19\u0E49\u0E33\u0E1D\u0E19 \u0E01\u0E23\u0E38\u0E07\u0E40\u0E17\u0E1E\u0E2F",
          "\u05E9\u05DC\u05D5\u05DD \u200Fabc \u0645\u0631\u062D\u0628\u0627",
          "a\u0323\u0307\u0301 q\u0307\u0323 A\u030A",
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDE9\uD83C\uDDEA",
          "\uD842\uDFB7\u91CE\u5BB6 \uFB01n",
          "<b>&amp;'\"\\ {} %41",
          "x".repeat(10_000),
          "\u0E01\u0E49".repeat(5_000),
          "\uD83D\uDE00".repeat(5_000));
  private static final List<String> PROPERTIES =
      List.of(
          "title",
          "firstName",
          "initials",
          "lastName",
          "fullName",
          "position",
          "website",
          "businessPhone",
          "homePhone",
          "mobilePhone",
          "businessFax");
  private static final String TOO_LARGE = "c-99";
  private static final String ONE_LONG_FIELD = "c-98";

  @Test
  void arrivesAsItIsAndIsNotSentAgainAndWhatIsTooLargeHarmsNobody(@TempDir Path data)
      throws IOException {
    write(data);
    Properties properties = new Properties();
    properties.setProperty("crm.data", data.toString());
    RunOptions options = RunOptions.of(properties);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (Landscape landscape = Landscape.start(options)) {
      Nights nights = new Nights(landscape, new ProgressView(nowhere, false), options);
      NightReport first = nights.next("first", false);
      assertThat(first.converged()).isTrue();
      assertThat(first.copies()).isEqualTo(TEXTS.size() + 1);
      assertThat(first.crm().bad())
          .containsExactly(entry(TOO_LARGE, "record: more than 300000 characters"));
      assertTextsArrived(landscape);
      NightReport second = nights.next("second", false);
      assertThat(second.watched().counts().graphRequests()).isZero();
    }
  }

  private static void write(Path data) throws IOException {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      ObjectNode record = person("c-%02d".formatted(i));
      for (String property : PROPERTIES) {
        record.put(property, TEXTS.get(i));
      }
      record.putObject("homeAddress").put("city", TEXTS.get(i)).putArray("lines").add(TEXTS.get(i));
      records.add(record.toString());
    }
    records.add(
        person(ONE_LONG_FIELD).put("lastName", "y".repeat(40_000)).put("firstName", "").toString());
    records.add(person(TOO_LARGE).put("lastName", "z".repeat(300_001)).toString());
    Files.write(data.resolve("contacts.jsonl"), records);
    Files.writeString(
        data.resolve("users.jsonl"),
        "{\"id\":\"u-1\",\"mailbox\":\"long@example.com\",\"displayName\":\"L\",\"active\":true}\n");
    Files.writeString(data.resolve("groups.jsonl"), "");
  }

  private static ObjectNode person(String id) {
    ObjectNode record =
        Http.JSON
            .createObjectNode()
            .put("id", id)
            .put("kind", "Person")
            .put("status", "active")
            .put("email", id + "@example.com");
    record.putArray("coverageTeam").add("u-1");
    return record;
  }

  private static void assertTextsArrived(Landscape landscape) {
    List<String> surnames = new ArrayList<>();
    JsonNode mailbox = Http.get(Copies.mailbox(landscape.graph(), "long@example.com"));
    for (JsonNode folder : mailbox.path("folders")) {
      for (JsonNode contact : folder.path("contacts")) {
        surnames.add(contact.path("surname").asText());
        if (contact.path("jobTitle").isTextual()) {
          assertThat(contact.path("jobTitle")).isEqualTo(contact.path("surname"));
          assertThat(contact.at("/homeAddress/city")).isEqualTo(contact.path("surname"));
          assertThat(contact.at("/homePhones/0")).isEqualTo(contact.path("surname"));
          assertThat(contact.path("displayName")).isEqualTo(contact.path("surname"));
        }
      }
    }
    assertThat(surnames)
        .hasSize(TEXTS.size() + 1)
        .containsAll(
            TEXTS.stream().map(text -> Normalizer.normalize(text, Normalizer.Form.NFC)).toList())
        .contains("y".repeat(40_000));
  }
}
