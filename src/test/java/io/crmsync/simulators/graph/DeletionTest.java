package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.simulators.graph.SimulatorClient.Answer;
import org.junit.jupiter.api.Test;

class DeletionTest extends SimulatorTest {

  @Test
  void deleteMovesToDeletedItems() {
    String id = create("{'givenName':'Ada'}");
    assertThat(graph.delete(contact(id)).status()).isEqualTo(204);
    assertThat(values(graph.get(ANNA + "/contacts"), "id")).isEmpty();
    assertThat(anna.bin()).extracting(ContactView::id).containsExactly(id);
  }

  @Test
  void aBinnedContactStillAnswersGetAndPatchButFromAnotherFolder() {
    String id = binned();
    Answer read = read(id);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().path("parentFolderId").asText())
        .isNotEqualTo(graph.get(ANNA + "/contactFolders/contacts").id());
    assertThat(graph.patch(contact(id), "{'jobTitle':'Clerk'}").status()).isEqualTo(200);
    assertThat(anna.bin().get(0).text("jobTitle")).isEqualTo("Clerk");
  }

  @Test
  void aBinnedContactMayBeGone() {
    behaving(Quirk.BINNED_CONTACTS_GONE);
    String id = binned();
    assertThat(read(id).code()).isEqualTo("ErrorItemNotFound");
    assertThat(graph.patch(contact(id), "{'jobTitle':'Clerk'}").status()).isEqualTo(404);
    assertThat(graph.delete(contact(id)).status()).isEqualTo(404);
    assertThat(anna.bin()).hasSize(1);
  }

  @Test
  void deletingABinnedContactPurgesIt() {
    String id = binned();
    assertThat(graph.delete(contact(id)).status()).isEqualTo(204);
    assertThat(anna.contact(id)).isEmpty();
    assertThat(graph.delete(contact(id)).status()).isEqualTo(404);
  }

  @Test
  void deletingABinnedContactMayBeRefused() {
    behaving(Quirk.DELETE_OF_BINNED_IS_404);
    String id = binned();
    assertThat(graph.delete(contact(id)).status()).isEqualTo(404);
    assertThat(anna.bin()).hasSize(1);
  }

  @Test
  void permanentDeleteLeavesNothing() {
    String id = create("{'givenName':'Ada'}");
    assertThat(permanentDelete(id).status()).isEqualTo(204);
    assertThat(anna.contact(id)).isEmpty();
    assertThat(read(id).status()).isEqualTo(404);
  }

  @Test
  void permanentDeleteWorksInDeletedItemsToo() {
    String id = binned();
    assertThat(permanentDelete(id).status()).isEqualTo(204);
    assertThat(anna.contact(id)).isEmpty();
  }

  @Test
  void nationalCloudsHaveNoPermanentDelete() {
    String id = create("{'givenName':'Ada'}");
    behaving(Quirk.PERMANENT_DELETE_IS_404);
    assertThat(permanentDelete(id).status()).isEqualTo(404);
    behaving(Quirk.PERMANENT_DELETE_IS_400);
    assertThat(permanentDelete(id).status()).isEqualTo(400);
    assertThat(read(id).status()).isEqualTo(200);
  }

  @Test
  void aContactInADeletedFolderIsBinnedWhereItIs() {
    String folder = anna.createFolder("CRM Contacts");
    String id =
        createIn("/contactFolders/" + UrlText.encode(folder) + "/contacts", "{'givenName':'A'}");
    anna.deleteFolder(folder);
    assertThat(read(id).json().path("parentFolderId").asText()).isEqualTo(folder);
    assertThat(anna.contact(id).orElseThrow().binned()).isTrue();
  }

  private String binned() {
    String id = create("{'givenName':'Ada'}");
    anna.deleteContact(id);
    return id;
  }

  private Answer permanentDelete(String id) {
    return graph.send(graph.withBody(contact(id) + "/permanentDelete", "POST", ""));
  }
}
