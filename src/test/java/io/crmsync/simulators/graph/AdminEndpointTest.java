package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.simulators.graph.SimulatorClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminEndpointTest extends SimulatorTest {
  private static final String ANNA_ADMIN = "/mailboxes/anna@example.org";

  @Test
  void countsAreShownAndReset() {
    graph.get(ANNA + "/contacts");
    JsonNode counts = admin.get("/counts").json();
    assertThat(counts.at("/byKind/listContacts").asInt()).isEqualTo(1);
    assertThat(counts.at("/byMailbox/anna@example.org/listContacts").asInt()).isEqualTo(1);
    assertThat(counts.at("/byStatus/200").asInt()).isEqualTo(1);
    assertThat(admin.post("/counts/reset", "").status()).isEqualTo(204);
    assertThat(admin.get("/counts").json().path("byKind")).isEmpty();
  }

  @Test
  void requestsAreShown() {
    graph.get(ANNA + "/contacts");
    assertThat(admin.get("/requests").json().at("/requests/0/kind").asText())
        .isEqualTo("listContacts");
  }

  @Test
  void faultsAreInjectedShownAndRemoved() {
    admin.post(
        "/faults",
        "{'kinds':['createContact'],'mailbox':'anna@example.org','method':'POST','path':'contacts$',"
            + "'times':-1,'moment':'ANSWER_AFTER','status':504,'code':'UnknownError','body':'HTML'}");
    Answer struck = graph.post(ANNA + "/contacts", "{'givenName':'Ada'}");
    assertThat(struck.status()).isEqualTo(504);
    assertThat(struck.text()).startsWith("<html>");
    assertThat(admin.get("/faults").json().at("/faults/0/struck").asInt()).isEqualTo(1);
    admin.delete("/faults");
    assertThat(admin.get("/faults").json().path("faults")).isEmpty();
  }

  @Test
  void heldRequestsAreReleased() {
    admin.post("/faults", "{'moment':'HOLD_BEFORE'}");
    var waiting = graph.getLater(ANNA + "/contacts");
    simulator.faults().all().get(0).awaitStruck(1);
    admin.post("/faults/release", "");
    assertThat(waiting.join().status()).isEqualTo(200);
  }

  @Test
  void behaviourIsShownAndChangedInParts() {
    admin.post("/behaviour", "{'quirks':['OR_FILTER_REFUSED'],'requestsPerTenMinutes':50}");
    JsonNode behaviour = admin.post("/behaviour", "{'latencyMillis':1}").json();
    assertThat(behaviour.at("/quirks/0").asText()).isEqualTo("OR_FILTER_REFUSED");
    assertThat(behaviour.path("concurrentRequests").asInt()).isEqualTo(4);
    assertThat(simulator.behaviour().requestsPerTenMinutes()).isEqualTo(50);
    assertThat(Json.text(admin.get("/behaviour").json())).isEqualTo(Json.text(behaviour));
  }

  @Test
  void aMailboxIsShownWithBinAndMarks() {
    String id =
        create(
            "{'givenName':'Ada','singleValueExtendedProperties':[{'id':'"
                + MARK
                + "','value':'1'}]}");
    anna.deleteContact(id);
    JsonNode bin = admin.get(ANNA_ADMIN).json().at("/folders/1");
    assertThat(bin.path("binned").asBoolean()).isTrue();
    assertThat(bin.at("/contacts/0/id").asText()).isEqualTo(id);
    assertThat(bin.at("/contacts/0/singleValueExtendedProperties/0/value").asText()).isEqualTo("1");
  }

  @Test
  void mailboxesAreAddedAndListed() {
    admin.post("/mailboxes", "{'userPrincipalName':'ben@example.org','objectId':'b-1'}");
    create("{'givenName':'Ada'}");
    JsonNode list = admin.get("/mailboxes").json().path("mailboxes");
    assertThat(list.at("/0/contacts").asInt()).isEqualTo(1);
    assertThat(list.at("/1/objectId").asText()).isEqualTo("b-1");
  }

  @Test
  void theUserActsThroughActions() {
    String id =
        act("{'action':'addContact','properties':{'givenName':'Ada','businessPhones':['1']}}");
    act("{'action':'editContact','contactId':'" + id + "','properties':{'givenName':'Eve'}}");
    String folder = act("{'action':'createFolder','displayName':'Others'}");
    String copy = act("{'action':'copyContact','contactId':'" + id + "','folder':'Others'}");
    act("{'action':'moveContact','contactId':'" + id + "','folder':'" + folder + "'}");
    act("{'action':'renameFolder','folder':'Others','displayName':'Friends'}");
    act("{'action':'deleteContact','contactId':'" + copy + "'}");
    assertThat(anna.contactsIn("Friends"))
        .extracting(c -> c.text("givenName"))
        .containsExactly("Eve");
    act("{'action':'restoreContact','contactId':'" + copy + "'}");
    assertThat(anna.contactsIn("Friends")).hasSize(2);
    act("{'action':'purgeContact','contactId':'" + copy + "'}");
    act("{'action':'moveFolder','folder':'Friends','parent':'contacts'}");
    act("{'action':'deleteFolder','folder':'Friends'}");
    act("{'action':'emptyBin'}");
    assertThat(anna.contacts()).isEmpty();
    assertThat(anna.bin()).isEmpty();
  }

  @Test
  void aConditionAndANameAreGivenThroughActions() {
    act("{'action':'setCondition','condition':'MOVING'}");
    assertThat(graph.get(ANNA + "/contacts").status()).isEqualTo(503);
    act("{'action':'renameMailbox','userPrincipalName':'anna.new@example.org'}");
    assertThat(simulator.mailbox("anna.new@example.org").objectId()).isEqualTo(anna.objectId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'action':'dance'}",
        "{'action':'deleteContact'}",
        "{'action':'deleteContact','contactId':'x'}",
        "{'action':'addContact','properties':{'fax':'1'}}",
        "{'action':'setCondition','condition':'ODD'}"
      })
  void actionsWithoutSenseAreRefusedWithAReason(String action) {
    Answer refused = admin.post(ANNA_ADMIN + "/actions", action);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).isNotEmpty();
  }

  @Test
  void aResetRemovesAllMailboxes() {
    create("{'givenName':'Ada'}");
    admin.post("/reset", "");
    assertThat(values(graph.get(ANNA + "/contacts"), "id")).isEmpty();
    assertThat(admin.get("/mailboxes/nobody").status()).isEqualTo(404);
  }

  private String act(String action) {
    Answer answer = admin.post(ANNA_ADMIN + "/actions", action);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.id();
  }
}
