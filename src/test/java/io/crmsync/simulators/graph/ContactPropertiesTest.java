package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.simulators.graph.SimulatorClient.Answer;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactPropertiesTest extends SimulatorTest {

  @Test
  void allPropertiesOfTheFieldMapAreKept() {
    String id =
        create(
            "{'@odata.type':'#microsoft.graph.contact','displayName':'Ms Ada Q Ex','title':'Ms',"
                + "'givenName':'Ada','middleName':'Q','surname':'Ex','jobTitle':'Clerk',"
                + "'businessPhones':['1','2'],'homePhones':['3'],'mobilePhone':'4',"
                + "'emailAddresses':[{'address':'ada@example.org'}],'businessHomePage':'example.org',"
                + "'businessAddress':{'street':'Flat 1','city':'Ely','state':'C','postalCode':'P',"
                + "'countryOrRegion':'UK'},'homeAddress':{'city':'Rye'},"
                + "'birthday':'1980-02-29T11:59:00Z','categories':['CRM'],'personalNotes':'n'}");
    JsonNode json = read(id).json();
    assertThat(json.path("displayName").asText()).isEqualTo("Ms Ada Q Ex");
    assertThat(json.at("/businessPhones/1").asText()).isEqualTo("2");
    assertThat(json.at("/emailAddresses/0/address").asText()).isEqualTo("ada@example.org");
    assertThat(json.at("/businessAddress/countryOrRegion").asText()).isEqualTo("UK");
    assertThat(json.at("/homeAddress").size()).isEqualTo(1);
    assertThat(json.path("birthday").asText()).isEqualTo("1980-02-29T11:59:00Z");
    assertThat(json.at("/categories/0").asText()).isEqualTo("CRM");
  }

  @Test
  void theServerAddsIdsTimesAndVersions() {
    JsonNode json = read(create("{'givenName':'Ada'}")).json();
    assertThat(json.path("createdDateTime").asText()).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(json.path("lastModifiedDateTime").asText()).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(json.path("@odata.etag").asText())
        .isEqualTo("W/\"" + json.path("changeKey").asText() + "\"");
    assertThat(json.path("parentFolderId").asText())
        .isEqualTo(graph.get(ANNA + "/contactFolders/contacts").id());
  }

  @Test
  void aChangeGivesANewVersionAndTime() {
    String id = create("{'givenName':'Ada'}");
    String before = read(id).json().path("changeKey").asText();
    secondsPass(60);
    JsonNode after = graph.patch(contact(id), "{'jobTitle':'Clerk'}").json();
    assertThat(after.path("changeKey").asText()).isNotEqualTo(before);
    assertThat(after.path("lastModifiedDateTime").asText()).isEqualTo("2026-03-01T08:01:00Z");
    assertThat(after.path("createdDateTime").asText()).isEqualTo("2026-03-01T08:00:00Z");
  }

  @Test
  void absentTextsAreNullListsAreEmptyAndAddressesHaveNoParts() {
    JsonNode json = read(create("{'givenName':'Ada'}")).json();
    assertThat(json.get("surname").isNull()).isTrue();
    assertThat(json.get("birthday").isNull()).isTrue();
    assertThat(json.get("homePhones").isArray()).isTrue();
    assertThat(json.get("emailAddresses")).isEmpty();
    assertThat(json.get("homeAddress").isObject()).isTrue();
    assertThat(json.get("homeAddress")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jobTitle        | 'Clerk'                      | null
          birthday        | '1980-02-29T11:59:00Z'       | null
          businessPhones  | ['1']                        | []
          emailAddresses  | [{'address':'a@example.org'}] | []
          businessAddress | {'city':'Ely'}               | {}
          """,
      quoteCharacter = '`')
  void whatIsSetIsClearedByItsEmptyForm(String property, String value, String empty) {
    String id = create("{'givenName':'Ada','" + property + "':" + value + "}");
    assertThat(read(id).json().path(property).asText("set")).isNotEqualTo("null");
    Answer cleared = graph.patch(contact(id), "{'" + property + "':" + empty + "}");
    assertThat(Json.text(cleared.json().path(property))).isEqualTo(empty);
  }

  @Test
  void patchLeavesWhatItDoesNotName() {
    String id = create("{'givenName':'Ada','surname':'Ex','jobTitle':'Clerk'}");
    JsonNode json = graph.patch(contact(id), "{'jobTitle':'Boss'}").json();
    assertThat(json.path("surname").asText()).isEqualTo("Ex");
    assertThat(json.path("jobTitle").asText()).isEqualTo("Boss");
  }

  @Test
  void patchReplacesAddressesAndListsWhole() {
    String id =
        create(
            "{'givenName':'Ada','businessAddress':{'street':'S','city':'Ely'},"
                + "'businessPhones':['1','2']}");
    JsonNode json =
        graph
            .patch(contact(id), "{'businessAddress':{'city':'Rye'},'businessPhones':['9']}")
            .json();
    assertThat(Json.text(json.path("businessAddress"))).isEqualTo("{\"city\":\"Rye\"}");
    assertThat(Json.text(json.path("businessPhones"))).isEqualTo("[\"9\"]");
  }

  @Test
  void patchMayMergeAddresses() {
    behaving(Quirk.ADDRESS_PATCH_MERGES);
    String id = create("{'givenName':'Ada','homeAddress':{'street':'S','city':'Ely','state':'C'}}");
    JsonNode json = graph.patch(contact(id), "{'homeAddress':{'city':'Rye','state':null}}").json();
    assertThat(Json.text(json.path("homeAddress")))
        .isEqualTo("{\"street\":\"S\",\"city\":\"Rye\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'givenName':'Ada','businessFax':'1'}",
        "{'givenName':'Ada','primaryEmailAddress':{'address':'a@example.org'}}",
        "{'givenName':'Ada','id':'x'}",
        "{'givenName':'Ada','changeKey':'x'}",
        "{'givenName':'Ada','@odata.etag':'x'}",
        "{'givenName':'Ada','businessAddress':{'town':'Ely'}}",
        "{'givenName':'Ada','emailAddresses':[{'address':'a@example.org','type':'work'}]}",
        "{'givenName':5}",
        "{'givenName':['Ada']}",
        "{'givenName':'Ada','businessPhones':'1'}",
        "{'givenName':'Ada','businessPhones':[1]}",
        "{'givenName':'Ada','businessPhones':null}",
        "{'givenName':'Ada','emailAddresses':['a@example.org']}",
        "{'givenName':'Ada','homeAddress':'Ely'}",
        "{'givenName':'Ada','birthday':'1980-02-29'}",
        "{'givenName':'Ada','birthday':''}"
      })
  void unknownPropertiesAndWrongTypesAreRefused(String body) {
    Answer refused = graph.post(ANNA + "/contacts", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("RequestBodyRead");
    assertThat(anna.contacts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'givenName':'Ada','businessPhones':['1','2','3']}",
        "{'givenName':'Ada','homePhones':['1','2','3']}",
        "{'givenName':'Ada','emailAddresses':[{'address':'a'},{'address':'b'},{'address':'c'},"
            + "{'address':'d'}]}"
      })
  void anEntryTooManyIsAnInvalidProperty(String body) {
    Answer refused = graph.post(ANNA + "/contacts", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ErrorInvalidProperty");
  }

  @Test
  void aRefusedPatchChangesNothing() {
    String id = create("{'givenName':'Ada'}");
    Answer refused = graph.patch(contact(id), "{'givenName':'Eve','businessPhones':['1','2','3']}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(read(id).json().path("givenName").asText()).isEqualTo("Ada");
  }

  @Test
  void birthdaysBecomeUniversalTime() {
    String id = create("{'givenName':'Ada','birthday':'1980-02-29T00:30:00+02:00'}");
    assertThat(read(id).json().path("birthday").asText()).isEqualTo("1980-02-28T22:30:00Z");
  }

  @Test
  void aContactWithNothingInItIsRefused() {
    assertThat(graph.post(ANNA + "/contacts", "{}").code()).isEqualTo("ErrorInvalidProperty");
  }

  @Test
  void anEmptyPatchIsAcceptedCountedAndChangesNothing() {
    String id = create("{'givenName':'Ada'}");
    String before = read(id).json().path("changeKey").asText();
    Answer answer = graph.patch(contact(id), "{}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("changeKey").asText()).isEqualTo(before);
    assertThat(simulator.counts().emptyUpdates()).isEqualTo(1);
  }

  @Test
  void aBodyMustBeJsonAndSaySo() {
    assertThat(graph.post(ANNA + "/contacts", "{'givenName'").status()).isEqualTo(400);
    assertThat(graph.post(ANNA + "/contacts", "[]").status()).isEqualTo(400);
    Answer untyped =
        graph.send(
            graph.request(ANNA + "/contacts").POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(untyped.code()).isEqualTo("BadRequest");
  }

  @Test
  void textsInEveryScriptSurvive() {
    String id = create("{'givenName':'Łukasz','surname':'山田 😀'}");
    assertThat(read(id).json().path("surname").asText()).isEqualTo("山田 😀");
  }
}
