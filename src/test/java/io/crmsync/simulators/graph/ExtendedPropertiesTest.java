package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.simulators.graph.SimulatorClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedPropertiesTest extends SimulatorTest {
  private static final String FAX = "String 0x3A24";

  @Test
  void theyAreShownOnlyWhenExpandedById() {
    String id = create(marked("42"));
    assertThat(read(id).json().has("singleValueExtendedProperties")).isFalse();
    JsonNode shown = expanded(id, "id eq '" + MARK + "'");
    assertThat(shown).hasSize(1);
    assertThat(shown.at("/0/value").asText()).isEqualTo("42");
  }

  @Test
  void theirIdsComeBackWithGuidAndDigitsInLowerCase() {
    String id = create(marked("42"));
    JsonNode shown = expanded(id, "id eq '" + MARK + "' or id eq 'String 0x3A24'");
    assertThat(shown.at("/0/id").asText())
        .isEqualTo("String {9d3a8c5e-1b2f-4a6d-8e7c-0f1a2b3c4d5e} Name CrmContactId");
    assertThat(shown.at("/1/id").asText()).isEqualTo("String 0x3a24");
  }

  @Test
  void patchUpsertsEachById() {
    String id = create(marked("42"));
    graph.patch(
        contact(id), "{'singleValueExtendedProperties':[{'id':'" + FAX + "','value':'9'}]}");
    ContactView seen = anna.contact(id).orElseThrow();
    assertThat(seen.extended(MARK)).contains("42");
    assertThat(seen.extended(FAX)).contains("9");
  }

  @Test
  void anEmptyTextIsStored() {
    String id = create(marked("42"));
    assertThat(clearFax(id).status()).isEqualTo(200);
    assertThat(anna.contact(id).orElseThrow().extended(FAX)).contains("");
  }

  @Test
  void anEmptyTextMayRemove() {
    behaving(Quirk.EMPTY_EXTENDED_VALUE_REMOVES);
    String id = create(marked("42"));
    clearFax(id);
    assertThat(anna.contact(id).orElseThrow().extended(FAX)).isEmpty();
  }

  @Test
  void anEmptyTextMayBeRefused() {
    behaving(Quirk.EMPTY_EXTENDED_VALUE_REFUSED);
    String id = create(marked("42"));
    assertThat(clearFax(id).status()).isEqualTo(400);
    assertThat(anna.contact(id).orElseThrow().extended(FAX)).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CrmContactId",
        "String {not-a-guid} Name X",
        "String {9D3A8C5E-1B2F-4A6D-8E7C-0F1A2B3C4D5E} X",
        "String {9D3A8C5E-1B2F-4A6D-8E7C-0F1A2B3C4D5E} Name ",
        "Long 0x3A24",
        "String 3A24"
      })
  void malformedIdsAreRefused(String propertyId) {
    Answer refused =
        graph.post(
            ANNA + "/contacts",
            "{'givenName':'A','singleValueExtendedProperties':[{'id':'"
                + propertyId
                + "','value':'1'}]}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ErrorInvalidExtendedProperty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "singleValueExtendedProperties",
        "singleValueExtendedProperties($filter=value eq 'x')",
        "multiValueExtendedProperties($filter=id eq 'String 0x3A24')"
      })
  void expansionsWithoutAFilterOnIdsAreRefused(String expand) {
    String id = create(marked("42"));
    Answer refused = graph.get(contact(id) + "?$expand=" + UrlText.encode(expand));
    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void selectAndExpandGoTogether() {
    String id = create(marked("42"));
    JsonNode json =
        graph
            .get(
                contact(id)
                    + "?$select=surname&$expand="
                    + UrlText.encode("singleValueExtendedProperties($filter=id eq '" + MARK + "')"))
            .json();
    assertThat(json.has("givenName")).isFalse();
    assertThat(json.path("singleValueExtendedProperties")).hasSize(1);
  }

  private Answer clearFax(String id) {
    return graph.patch(
        contact(id), "{'singleValueExtendedProperties':[{'id':'" + FAX + "','value':''}]}");
  }

  private JsonNode expanded(String id, String filter) {
    String expand = "singleValueExtendedProperties($filter=" + filter + ")";
    return graph
        .get(contact(id) + "?$expand=" + UrlText.encode(expand))
        .json()
        .path("singleValueExtendedProperties");
  }

  private static String marked(String crmId) {
    return "{'givenName':'Ada','singleValueExtendedProperties':[{'id':'%s','value':'%s'},{'id':'%s','value':'1'}]}"
        .formatted(MARK, crmId, FAX);
  }
}
