package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest extends SimulatorTest {

  @Test
  void everyKindIsCountedByItself() {
    String folder = graph.post(ANNA + "/contactFolders", "{'displayName':'A'}").id();
    graph.get(ANNA + "/contactFolders");
    graph.get(folder(folder));
    String id = create("{'givenName':'Ada'}");
    String filter = "emailAddresses/any(a:a/address eq 'a@example.org')";
    graph.get(ANNA + "/contacts");
    graph.get(ANNA + "/contacts?$filter=" + UrlText.encode(filter));
    read(id);
    graph.patch(contact(id), "{'surname':'Ex'}");
    graph.delete(contact(id));
    graph.post(contact(id) + "/permanentDelete", "{}");
    graph.get(ANNA + "/mailFolders/inbox");
    assertThat(simulator.counts().byKind()).hasSize(RequestKind.values().length);
    assertThat(simulator.counts().byKind().values()).allMatch(count -> count == 1);
    assertThat(simulator.counts().total()).isEqualTo(11);
  }

  @Test
  void mailboxesAreCountedApartHoweverTheyAreAddressed() {
    graph.get(ANNA + "/contacts");
    graph.get("/users/ANNA@example.org/contacts");
    graph.get("/users/" + anna.objectId() + "/contacts");
    graph.get("/users/ben@example.org/contacts");
    RequestCounts counts = simulator.counts();
    assertThat(counts.of(RequestKind.LIST_CONTACTS, "anna@example.org")).isEqualTo(3);
    assertThat(counts.of(RequestKind.LIST_CONTACTS, "ben@example.org")).isEqualTo(1);
  }

  @Test
  void aResetForgetsAll() {
    graph.get(ANNA + "/contacts");
    simulator.resetCounts();
    assertThat(simulator.counts().total()).isZero();
    assertThat(simulator.requests()).isEmpty();
  }

  @Test
  void requestsAreRememberedWithBodyAndStatus() {
    graph.post(ANNA + "/contacts?x=1", "{'givenName':'Ada'}");
    RecordedRequest request = simulator.requests().get(0);
    assertThat(request.kind()).isEqualTo(RequestKind.CREATE_CONTACT);
    assertThat(request.address()).isEqualTo("/v1.0" + ANNA + "/contacts?x=1");
    assertThat(request.body()).isEqualTo("{\"givenName\":\"Ada\"}");
    assertThat(request.status()).isEqualTo(400);
  }
}
