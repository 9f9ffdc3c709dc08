package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.simulators.graph.SimulatorClient.Answer;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MailboxConditionTest extends SimulatorTest {

  @ParameterizedTest
  @CsvSource({
    "NOT_ENABLED, 404, MailboxNotEnabledForRESTAPI",
    "INVALID_USER, 404, ErrorInvalidUser",
    "RESOURCE_NOT_FOUND, 404, ResourceNotFound",
    "ITEM_NOT_FOUND, 404, ErrorItemNotFound",
    "OUT_OF_SCOPE, 403, ErrorAccessDenied",
    "MOVING, 503, ErrorMailboxMoveInProgress",
    "STALE, 503, MailboxInfoStale",
    "GATEWAY_TIMEOUT, 504, UnknownError"
  })
  void eachConditionHasItsAnswer(MailboxCondition condition, int status, String code) {
    anna.condition(condition);
    Answer refused = graph.get(ANNA + "/contactFolders");
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"FULL, 507", "FULL_FORBIDDEN, 403"})
  void aFullMailboxRefusesCreationsOnly(MailboxCondition condition, int status) {
    String id = create("{'givenName':'Ada'}");
    anna.condition(condition);
    Answer refused = graph.post(ANNA + "/contacts", "{'givenName':'Eve'}");
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.code()).isEqualTo("ErrorQuotaExceeded");
    assertThat(graph.post(ANNA + "/contactFolders", "{'displayName':'A'}").status())
        .isEqualTo(status);
    assertThat(read(id).status()).isEqualTo(200);
    assertThat(graph.delete(contact(id)).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @EnumSource(MailboxCondition.class)
  void otherMailboxesAreNotConcerned(MailboxCondition condition) {
    anna.condition(condition);
    assertThat(graph.get("/users/ben@example.org/contacts").status()).isEqualTo(200);
  }

  @Test
  void usersAreAddressedByNameOrObjectIdIgnoringCase() {
    simulator.addMailbox("Carl@Example.org", "0A1B2C3D-0000-4000-8000-000000000001");
    graph.post("/users/carl@example.ORG/contacts", "{'surname':'Ex'}");
    Answer byId = graph.get("/users/0a1b2c3d-0000-4000-8000-000000000001/contacts");
    assertThat(values(byId, "surname")).containsExactly("Ex");
  }

  @Test
  void unknownUsersGetAMailboxAtTheirFirstRequest() {
    assertThat(graph.get("/users/new@example.org/contacts").status()).isEqualTo(200);
  }

  @Test
  void unknownUsersMayBeRefused() {
    behaving(Quirk.UNKNOWN_USERS_REFUSED);
    Answer refused = graph.get("/users/new@example.org/contacts");
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.code()).isEqualTo("ErrorInvalidUser");
    assertThat(graph.get(ANNA + "/contacts").status()).isEqualTo(200);
  }

  @Test
  void aRenamedMailboxKeepsItsContentUnderItsNewNameOnly() {
    behaving(Quirk.UNKNOWN_USERS_REFUSED);
    create("{'surname':'Ex'}");
    anna.renameMailbox("anna.new@example.org");
    assertThat(graph.get(ANNA + "/contacts").status()).isEqualTo(404);
    assertThat(values(graph.get("/users/anna.new@example.org/contacts"), "surname"))
        .containsExactly("Ex");
  }

  @Test
  void anAliasIsTheSameMailboxAndOneMadeAnewHasAllItsNames() {
    behaving(Quirk.UNKNOWN_USERS_REFUSED);
    create("{'surname':'Ex'}");
    anna.addAlias("anna.alias@example.org");
    String before = defaultFolderOf("anna.alias@example.org");
    assertThat(before).isEqualTo(defaultFolderOf("anna@example.org"));
    MailboxUser anew = anna.makeAnew();
    assertThat(defaultFolderOf("anna@example.org")).isNotEqualTo(before);
    assertThat(defaultFolderOf("anna.alias@example.org"))
        .isEqualTo(defaultFolderOf("anna@example.org"));
    assertThat(anew.contacts()).isEmpty();
  }

  private String defaultFolderOf(String user) {
    return graph.get("/users/" + user + "/contactFolders/contacts").json().path("id").asText();
  }

  @Test
  void aTokenMayBeRequired() {
    behaving(Quirk.TOKEN_REQUIRED);
    assertThat(graph.get(ANNA + "/contacts").status()).isEqualTo(401);
    HttpRequest.Builder withToken =
        graph.request(ANNA + "/contacts").header("Authorization", "Bearer some");
    assertThat(graph.send(withToken).status()).isEqualTo(200);
  }

  @Test
  void errorsCarryTheIdsOfTheRequest() {
    anna.condition(MailboxCondition.MOVING);
    Answer refused =
        graph.send(graph.request(ANNA + "/contacts").header("client-request-id", "mine"));
    assertThat(refused.json().at("/error/innerError/client-request-id").asText()).isEqualTo("mine");
    assertThat(refused.json().at("/error/innerError/request-id").asText())
        .isEqualTo(refused.header("request-id"));
  }

  @Test
  void whatGraphDoesNotHaveIsABadRequest() {
    assertThat(graph.get("/groups/x").status()).isEqualTo(400);
    assertThat(graph.get(ANNA + "/calendars").status()).isEqualTo(400);
    assertThat(graph.delete(ANNA + "/contacts").status()).isEqualTo(405);
  }
}
