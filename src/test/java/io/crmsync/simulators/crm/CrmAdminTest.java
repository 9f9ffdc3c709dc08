package io.crmsync.simulators.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrmAdminTest {
  private final CrmSimulator crm = CrmSimulator.start(CrmSimulatorOptions.empty());
  private final CrmClient client = new CrmClient(crm);

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void aRecordIsPutPatchedDeletedAndBroughtBack() throws Exception {
    assertThat(
            admin(
                "PUT",
                "contacts/a",
                "{\"kind\":\"Person\",\"homeAddress\":{\"city\":\"Ulm\",\"state\":\"BW\"}}"))
        .isEqualTo(204);
    assertThat(
            admin(
                "PATCH",
                "contacts/a",
                "{\"email\":\"a@example.com\",\"homeAddress\":{\"state\":null}}"))
        .isEqualTo(204);
    assertThat(client.get("/contacts/a").body())
        .isEqualTo(
            "{\"kind\":\"Person\",\"homeAddress\":{\"city\":\"Ulm\"},\"id\":\"a\",\"email\":\"a@example.com\"}");
    assertThat(admin("DELETE", "contacts/a", "")).isEqualTo(204);
    assertThat(client.get("/contacts/a").statusCode()).isEqualTo(404);
    assertThat(admin("POST", "contacts/a/undelete", "")).isEqualTo(204);
    assertThat(client.json("/contacts/a").path("email").asText()).isEqualTo("a@example.com");
  }

  @Test
  void usersAndGroupsAreEditedToo() throws Exception {
    assertThat(admin("PUT", "users/u1", "{\"mailbox\":\"u1@example.com\",\"active\":true}"))
        .isEqualTo(204);
    assertThat(admin("PUT", "groups/g1", "{\"members\":[\"u1\"]}")).isEqualTo(204);
    assertThat(admin("PATCH", "users/u1", "{\"active\":false}")).isEqualTo(204);
    assertThat(client.json("/users").at("/items/0/active").asBoolean(true)).isFalse();
    assertThat(client.json("/groups").at("/items/0/members/0").asText()).isEqualTo("u1");
  }

  @Test
  void whatIsNotThereOrNotRightIsRefused() throws Exception {
    assertThat(admin("PATCH", "contacts/a", "{}")).isEqualTo(404);
    assertThat(admin("DELETE", "contacts/a", "")).isEqualTo(404);
    assertThat(admin("POST", "contacts/a/undelete", "")).isEqualTo(404);
    assertThat(admin("PUT", "contacts/-a", "{}")).isEqualTo(400);
    assertThat(admin("PUT", "contacts/a", "[]")).isEqualTo(400);
    assertThat(admin("PUT", "accounts/a", "{}")).isEqualTo(404);
    assertThat(admin("POST", "faults", "{\"operation\":\"listUsers\",\"fault\":\"nonsense\"}"))
        .isEqualTo(400);
    assertThat(admin("POST", "edit-share", "{\"field\":\"id\",\"percent\":1}")).isEqualTo(400);
    assertThat(admin("POST", "edit-share", "{\"field\":\"position\"}")).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\",\"status\":429,\"retryAfter\":7",
        "\"dropped\"",
        "\"droppedMidway\"",
        "\"slow\",\"delayMillis\":1",
        "\"truncatedJson\"",
        "\"html\"",
        "\"outOfOrder\"",
        "\"repeatedId\"",
        "\"idNotAfter\"",
        "\"emptyNotLast\"",
        "\"lastTooEarly\"",
        "\"lastMissing\"",
        "\"itemsNotAList\"",
        "\"badRecord\",\"sort\":\"unknownKind\"",
        "\"badRecord\",\"sort\":\"idMissing\",\"id\":\"a\""
      })
  void everyFaultHasANameOverHttp(String fault) throws Exception {
    assertThat(
            admin(
                "POST",
                "faults",
                "{\"operation\":\"listContacts\",\"times\":3,\"fault\":" + fault + "}"))
        .isEqualTo(204);
    assertThat(crm.faults().left(Operation.LIST_CONTACTS)).isEqualTo(3);
    assertThat(admin("DELETE", "faults", "")).isEqualTo(204);
    assertThat(crm.faults().left(Operation.LIST_CONTACTS)).isZero();
  }

  @Test
  void retryAfterArrivesAsOrdered() throws Exception {
    assertThat(
            admin(
                "POST",
                "faults",
                "{\"operation\":\"listUsers\",\"fault\":\"status\",\"status\":429,\"retryAfter\":7}"))
        .isEqualTo(204);
    var answer = client.get("/users");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void aShareOfTheContactsThatHaveAFieldIsEditedTheSameWayEachTime() throws Exception {
    for (int n = 0; n < 100; n++) {
      crm.contacts()
          .put(
              "{\"id\":\"c"
                  + n
                  + "\""
                  + (n % 2 == 0 ? ",\"position\":\"Clerk\"}" : ",\"position\":\" \"}"));
    }
    JsonNode first = editShare("{\"field\":\"position\",\"percent\":10}");
    JsonNode again = editShare("{\"field\":\"position\",\"percent\":10}");
    JsonNode other = editShare("{\"field\":\"position\",\"percent\":10,\"seed\":1}");
    assertThat(first.path("changed").asInt()).isEqualTo(5);
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    assertThat(client.json("/contacts/" + first.at("/ids/0").asText()).path("position").asText())
        .startsWith("Clerk (edit ");
  }

  @Test
  void editedDatesAndAddressesStayValid() {
    crm.contacts()
        .put("{\"id\":\"a\",\"birthDate\":\"1996-02-28\",\"email\":\"\\\"a b\\\"@example.com\"}");
    assertThat(crm.edit(new EditShare("birthDate", 100, 0))).isEqualTo(List.of("a"));
    assertThat(crm.edit(new EditShare("email", 100, 0))).isEqualTo(List.of("a"));
    assertThat(crm.contacts().find("a"))
        .contains(
            "{\"id\":\"a\",\"birthDate\":\"1996-02-29\",\"email\":\"\\\"a b\\\"@edited.example.com\"}");
  }

  @Test
  void countsAreReadAndReset() throws Exception {
    var unused = client.get("/users");
    assertThat(client.json("/_sim/counts").at("/listUsers/requests").asInt()).isEqualTo(1);
    assertThat(admin("DELETE", "counts", "")).isEqualTo(204);
    assertThat(client.json("/_sim/counts").at("/listUsers/requests").asInt()).isZero();
  }

  private int admin(String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(method, "/_sim/" + path, body).statusCode();
  }

  private JsonNode editShare(String order) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(client.send("POST", "/_sim/edit-share", order).body());
  }
}
