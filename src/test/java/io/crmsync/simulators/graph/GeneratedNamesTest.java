package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class GeneratedNamesTest extends SimulatorTest {

  @Test
  void aContactCreatedWithoutDisplayNameGetsOne() {
    String id = create("{'title':'Ms','givenName':'Ada','middleName':'Q','surname':'Ex'}");
    assertThat(read(id).json().path("displayName").asText()).isEqualTo("Ada Q Ex");
    assertThat(read(id).json().path("fileAs").asText()).isEqualTo("Ex, Ada Q");
  }

  @Test
  void aNamePartPatchedAloneRegeneratesTheDisplayName() {
    String id = create("{'givenName':'Ada','surname':'Ex','displayName':'Countess'}");
    JsonNode json = graph.patch(contact(id), "{'givenName':'Eve'}").json();
    assertThat(json.path("displayName").asText()).isEqualTo("Eve Ex");
  }

  @Test
  void aDisplayNameSentAlongIsKept() {
    String id = create("{'givenName':'Ada','surname':'Ex'}");
    JsonNode json = graph.patch(contact(id), "{'givenName':'Eve','displayName':'E. Ex'}").json();
    assertThat(json.path("displayName").asText()).isEqualTo("E. Ex");
  }

  @Test
  void otherChangesLeaveTheDisplayName() {
    String id = create("{'givenName':'Ada','displayName':'Countess'}");
    JsonNode json = graph.patch(contact(id), "{'jobTitle':'Clerk'}").json();
    assertThat(json.path("displayName").asText()).isEqualTo("Countess");
  }

  @Test
  void theServerNamesEmailAddressesThatHaveNoName() {
    String id =
        create(
            "{'displayName':'Ada Ex','emailAddresses':[{'address':'a@example.org'},"
                + "{'address':'b@example.org','name':'Office'}]}");
    JsonNode emails = read(id).json().path("emailAddresses");
    assertThat(emails.at("/0/name").asText()).isEqualTo("Ada Ex (a@example.org)");
    assertThat(emails.at("/1/name").asText()).isEqualTo("Office");
  }
}
