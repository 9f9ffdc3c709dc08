package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.simulators.graph.SimulatorClient.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContactListsTest extends SimulatorTest {
  private static final String CONTACTS = ANNA + "/contacts";

  @Test
  void listsPageByTenUnlessToldOtherwise() {
    contacts(25);
    Answer first = graph.get(CONTACTS);
    assertThat(values(first, "id")).hasSize(10);
    assertThat(values(graph.get(CONTACTS + "?$top=20"), "id")).hasSize(20);
    assertThat(values(graph.get(CONTACTS + "?$top=20&$skip=20"), "id")).hasSize(5);
  }

  @Test
  void followingTheLinksReadsEveryContactOnceWithTheSameOptions() {
    contacts(45);
    Set<String> seen = new HashSet<>();
    String link = CONTACTS + "?$top=20&$select=surname";
    while (!link.isEmpty()) {
      Answer page = graph.get(link);
      seen.addAll(values(page, "id"));
      assertThat(page.json().at("/value/0").has("givenName")).isFalse();
      link = page.json().path("@odata.nextLink").asText();
    }
    assertThat(seen).hasSize(45);
  }

  @Test
  void aFullLastPageHasNoFurtherLink() {
    contacts(20);
    assertThat(graph.get(CONTACTS + "?$top=20").json().has("@odata.nextLink")).isFalse();
  }

  @Test
  void selectShowsTheNamedPropertiesAndAlwaysTheId() {
    create("{'givenName':'Ada','surname':'Ex'}");
    JsonNode contact = graph.get(CONTACTS + "?$select=surname").json().at("/value/0");
    assertThat(contact.propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("@odata.etag", "id", "surname");
  }

  @Test
  void selectOfAnUnknownPropertyIsRefused() {
    assertThat(graph.get(CONTACTS + "?$select=businessFax").status()).isEqualTo(400);
  }

  @Test
  void unknownOptionsAreRefused() {
    assertThat(graph.get(CONTACTS + "?$search=Ada").status()).isEqualTo(400);
    assertThat(graph.get(CONTACTS + "?$orderby=surname").status()).isEqualTo(400);
  }

  @Test
  void creationOrdersTheList() {
    contacts(3);
    assertThat(values(graph.get(CONTACTS + "?$orderby=createdDateTime%20desc"), "surname"))
        .isEqualTo(List.of("2", "1", "0"));
    assertThat(values(graph.get(CONTACTS + "?$orderby=createdDateTime"), "surname"))
        .isEqualTo(List.of("0", "1", "2"));
  }

  @Test
  void theUsersContactsAreThoseOfTheDefaultFolderOnly() {
    String folder = anna.createFolder("CRM Contacts");
    String inFolder =
        createIn("/contactFolders/" + UrlText.encode(folder) + "/contacts", "{'surname':'In'}");
    create("{'surname':'Default'}");
    assertThat(values(graph.get(CONTACTS), "surname")).containsExactly("Default");
    assertThat(values(graph.get(folder(folder) + "/contacts"), "surname")).containsExactly("In");
    assertThat(read(inFolder).status()).isEqualTo(200);
  }

  @Test
  void aContactIsNotFoundThroughAnotherFolder() {
    String id = create("{'surname':'Ex'}");
    String folder = anna.createFolder("CRM Contacts");
    String right = ANNA + "/contactFolders/contacts/contacts/" + UrlText.encode(id);
    String wrong = folder(folder) + "/contacts/" + UrlText.encode(id);
    assertThat(graph.get(right).status()).isEqualTo(200);
    assertThat(graph.get(wrong).status()).isEqualTo(404);
  }

  private void contacts(int count) {
    IntStream.range(0, count).forEach(i -> create("{'givenName':'N','surname':'" + i + "'}"));
  }
}
