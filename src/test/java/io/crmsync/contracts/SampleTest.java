package io.crmsync.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
  private static final Path SAMPLE = Path.of("src", "local", "resources", "sample");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({"contacts,Contact", "users,User", "groups,Group"})
  void everyRecordConformsToTheFeedsSchema(String file, String schema) throws IOException {
    ApiSchema feed = ApiSchema.crmFeed();
    assertThat(records(file))
        .isNotEmpty()
        .allSatisfy(record -> assertThat(feed.validate(record, schema)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"contacts", "users", "groups"})
  void theRecordsAreInOrderOfTheirIds(String file) throws IOException {
    List<String> ids = records(file).stream().map(record -> record.path("id").asText()).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void everyFieldKindStatusAndScopeOfTheFeedIsShown() throws IOException {
    List<JsonNode> contacts = records("contacts");
    assertThat(contacts.stream().flatMap(SampleTest::names))
        .contains("title", "firstName", "initials", "lastName", "fullName", "position", "birthDate")
        .contains("website", "email", "businessPhone", "homePhone", "mobilePhone", "businessFax")
        .contains("businessAddress", "homeAddress", "coverageTeam", "syncList", "viewSecurity")
        .contains("editSecurity", "modifiedAt");
    assertThat(values(contacts, "/kind"))
        .contains("Person", "UserPerson", "Organization", "Household", "Department");
    assertThat(values(contacts, "/status")).contains("active", "inactive");
    assertThat(values(contacts, "/viewSecurity/scope")).contains("public", "private", "group");
  }

  @Test
  void whatCanBeCountedWithoutTheRulesIsAsExpected() throws IOException {
    JsonNode expected = MAPPER.readTree(SAMPLE.resolve("expected.json").toFile());
    List<JsonNode> contacts = records("contacts");
    assertThat(contacts).hasSize(expected.path("contactsRead").asInt());
    assertThat(contacts.stream().filter(SampleTest::activePerson))
        .hasSize(expected.path("contactsActive").asInt());
    assertThat(values(records("users"), "/active").filter("true"::equals))
        .hasSize(expected.path("usersActive").asInt());
    int pairs = 0;
    for (JsonNode ofUser : expected.path("pairsByUser")) {
      pairs += ofUser.asInt();
    }
    assertThat(pairs).isEqualTo(expected.path("pairs").asInt());
    assertThat(expected.path("pairsByUser")).hasSize(expected.path("mailboxes").asInt());
  }

  private static boolean activePerson(JsonNode contact) {
    return contact.path("kind").asText().endsWith("Person")
        && contact.path("status").asText().equals("active");
  }

  private static Stream<String> names(JsonNode record) {
    return record.properties().stream().map(property -> property.getKey());
  }

  private static Stream<String> values(List<JsonNode> records, String pointer) {
    return records.stream().map(record -> record.at(pointer).asText());
  }

  private static List<JsonNode> records(String file) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(SAMPLE.resolve(file + ".jsonl"))) {
      records.add(MAPPER.readTree(line));
    }
    return records;
  }
}
