package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.simulators.graph.SimulatorClient.Answer;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldersTest extends SimulatorTest {
  private static final String FOLDERS = ANNA + "/contactFolders";

  @Test
  void theListOmitsTheDefaultFolderAndDeletedItems() {
    assertThat(graph.get(FOLDERS).json().path("value")).isEmpty();
  }

  @Test
  void aCreatedFolderIsListedAndReadableById() {
    Answer created = graph.post(FOLDERS, "{'displayName':'CRM Contacts'}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(values(graph.get(FOLDERS), "id")).containsExactly(created.id());
    Answer read = graph.get(folder(created.id()));
    assertThat(read.json().path("displayName").asText()).isEqualTo("CRM Contacts");
  }

  @Test
  void theDefaultFolderAnswersUnderItsAlias() {
    Answer folder = graph.get(FOLDERS + "/contacts");
    assertThat(folder.status()).isEqualTo(200);
    assertThat(graph.get(folder(folder.id())).id()).isEqualTo(folder.id());
  }

  @Test
  void theListPagesByTenWithAbsoluteLinks() {
    IntStream.range(0, 23).forEach(i -> anna.createFolder("Folder " + i));
    Answer first = graph.get(FOLDERS);
    String link = first.json().path("@odata.nextLink").asText();
    assertThat(values(first, "id")).hasSize(10);
    assertThat(link).startsWith(simulator.baseUrl()).contains("$skip=10");
    Answer last = graph.get(graph.get(link).json().path("@odata.nextLink").asText());
    assertThat(values(last, "displayName")).containsExactly("Folder 20", "Folder 21", "Folder 22");
    assertThat(last.json().has("@odata.nextLink")).isFalse();
  }

  @Test
  void topMakesPagesLargerUpToAThousand() {
    IntStream.range(0, 23).forEach(i -> anna.createFolder("Folder " + i));
    assertThat(values(graph.get(FOLDERS + "?$top=1000"), "id")).hasSize(23);
    assertThat(graph.get(FOLDERS + "?$top=1001").status()).isEqualTo(400);
    assertThat(graph.get(FOLDERS + "?$top=0").status()).isEqualTo(400);
  }

  @Test
  void foldersAreFoundByNameIgnoringCase() {
    anna.createFolder("Team's Contacts");
    anna.createFolder("Others");
    Answer found =
        graph.get(FOLDERS + "?$filter=displayName%20eq%20'team''s%20contacts'&$select=displayName");
    assertThat(values(found, "displayName")).containsExactly("Team's Contacts");
    assertThat(found.json().at("/value/0").has("parentFolderId")).isFalse();
    assertThat(found.json().at("/value/0").has("id")).isTrue();
  }

  @Test
  void otherFoldersFiltersAreRefused() {
    Answer refused = graph.get(FOLDERS + "?$filter=startswith(displayName,'CRM')");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("ErrorInvalidUrlQueryFilter");
  }

  @Test
  void aSecondFolderOfOneNameIsRefusedWithStatus409() {
    graph.post(FOLDERS, "{'displayName':'CRM Contacts'}");
    Answer second = graph.post(FOLDERS, "{'displayName':'crm contacts'}");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("ErrorFolderExists");
  }

  @Test
  void theNameOfTheDefaultFolderIsRefusedInItsUsersLanguage() {
    assertThat(graph.post(FOLDERS, "{'displayName':'contacts'}").code())
        .isEqualTo("ErrorFolderExists");
    anna.renameFolder("contacts", "Kontakte");
    assertThat(graph.get(FOLDERS + "/contacts").json().path("displayName").asText())
        .isEqualTo("Kontakte");
    assertThat(graph.post(FOLDERS, "{'displayName':'KONTAKTE'}").code())
        .isEqualTo("ErrorFolderExists");
    assertThat(graph.post(FOLDERS, "{'displayName':'Contacts'}").status()).isEqualTo(201);
  }

  @Test
  void theNameOfAFolderOfMailIsRefusedThoughNoListShowsIt() {
    anna.createMailFolder("CRM Contacts");
    assertThat(graph.post(FOLDERS, "{'displayName':'CRM Contacts'}").code())
        .isEqualTo("ErrorFolderExists");
    assertThat(values(graph.get(FOLDERS), "id")).isEmpty();
  }

  @Test
  void aSecondFolderOfOneNameMayBeStatus400() {
    behaving(Quirk.FOLDER_EXISTS_IS_400);
    graph.post(FOLDERS, "{'displayName':'CRM Contacts'}");
    Answer second = graph.post(FOLDERS, "{'displayName':'CRM Contacts'}");
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.code()).isEqualTo("ErrorFolderExists");
  }

  @Test
  void aFolderIsRenamed() {
    String id = anna.createFolder("Old");
    assertThat(graph.patch(folder(id), "{'displayName':'New'}").status()).isEqualTo(200);
    assertThat(anna.folder("New")).isPresent();
  }

  @Test
  void aFolderNeedsANameAndTakesNothingElse() {
    assertThat(graph.post(FOLDERS, "{}").code()).isEqualTo("ErrorInvalidProperty");
    Answer odd = graph.post(FOLDERS, "{'displayName':'A','colour':'red'}");
    assertThat(odd.code()).isEqualTo("RequestBodyRead");
  }

  @Test
  void childFoldersAreCreatedAndListedBelowTheirParent() {
    Answer child = graph.post(FOLDERS + "/contacts/childFolders", "{'displayName':'Below'}");
    assertThat(child.status()).isEqualTo(201);
    assertThat(values(graph.get(FOLDERS + "/contacts/childFolders"), "id"))
        .containsExactly(child.id());
    assertThat(values(graph.get(FOLDERS), "id")).isEmpty();
    String nested = FOLDERS + "/contacts/childFolders/" + UrlText.encode(child.id()) + "/contacts";
    assertThat(graph.get(nested).status()).isEqualTo(200);
  }

  @Test
  void deletingAFolderMovesItWithItsContactsToDeletedItems() {
    String id = anna.createFolder("CRM Contacts");
    String contactId = anna.addContact(id, Map.of("givenName", "Ada"));
    assertThat(graph.delete(folder(id)).status()).isEqualTo(204);
    assertThat(values(graph.get(FOLDERS), "id")).isEmpty();
    assertThat(anna.bin()).extracting(ContactView::id).containsExactly(contactId);
  }

  @Test
  void aBinnedFolderStillAnswersAndItsParentTellsWhereItIs() {
    String id = anna.createFolder("CRM Contacts");
    anna.deleteFolder(id);
    Answer binned = graph.get(folder(id));
    assertThat(binned.status()).isEqualTo(200);
    assertThat(binned.json().path("parentFolderId").asText()).isEqualTo(bin());
  }

  @Test
  void aBinnedFolderMayBeGone() {
    behaving(Quirk.BINNED_FOLDERS_GONE);
    String id = anna.createFolder("CRM Contacts");
    anna.deleteFolder(id);
    assertThat(graph.get(folder(id)).code()).isEqualTo("ErrorItemNotFound");
  }

  @Test
  void theNameOfADeletedFolderIsFreeAgain() {
    String first = anna.createFolder("CRM Contacts");
    graph.delete(folder(first));
    Answer second = graph.post(FOLDERS, "{'displayName':'CRM Contacts'}");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.id()).isNotEqualTo(first);
  }

  @Test
  void deletingABinnedFolderPurgesIt() {
    String id = anna.createFolder("CRM Contacts");
    graph.delete(folder(id));
    assertThat(graph.delete(folder(id)).status()).isEqualTo(204);
    assertThat(graph.get(folder(id)).status()).isEqualTo(404);
  }

  @Test
  void theDefaultFolderCannotBeDeleted() {
    Answer refused = graph.delete(FOLDERS + "/contacts");
    assertThat(refused.code()).isEqualTo("ErrorDeleteDistinguishedFolder");
  }

  @Test
  void deletedItemsMayNotBeRead() {
    assertThat(graph.get(FOLDERS + "/deleteditems").status()).isEqualTo(403);
    assertThat(graph.get(FOLDERS + "/deleteditems/contacts").status()).isEqualTo(403);
    assertThat(graph.get(folder(bin())).status()).isEqualTo(403);
    assertThat(graph.get(ANNA + "/mailFolders/deleteditems").code()).isEqualTo("ErrorAccessDenied");
  }

  @Test
  void unknownAndMalformedIdsDiffer() {
    String id = anna.createFolder("Gone");
    anna.deleteFolder(id);
    anna.emptyBin();
    assertThat(graph.get(folder(id)).code()).isEqualTo("ErrorItemNotFound");
    assertThat(graph.get(folder("nonsense")).code()).isEqualTo("ErrorInvalidIdMalformed");
  }

  private String bin() {
    return anna.folders().stream()
        .filter(folder -> folder.wellKnownName().equals("deleteditems"))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
