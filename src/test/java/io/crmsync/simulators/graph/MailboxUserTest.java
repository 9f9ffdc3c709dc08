package io.crmsync.simulators.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailboxUserTest extends SimulatorTest {

  @Test
  void theUserAddsAContactWithoutMark() {
    String id = anna.addContact("contacts", Map.of("givenName", "Own"));
    assertThat(read(id).json().path("givenName").asText()).isEqualTo("Own");
    assertThat(anna.contact(id).orElseThrow().extended()).isEmpty();
  }

  @Test
  void theUserEditsAnyProperty() {
    String id = create("{'givenName':'John','businessAddress':{'city':'Ely'}}");
    anna.editContact(
        id,
        Map.of(
            "givenName", "Jack",
            "businessAddress", Map.of("city", "Rye", "street", "1 Sea Road"),
            "homePhones", List.of("1")));
    ContactView seen = anna.contact(id).orElseThrow();
    assertThat(seen.text("givenName")).isEqualTo("Jack");
    assertThat(seen.text("displayName")).isEqualTo("Jack");
    assertThat(seen.text("businessAddress/city")).isEqualTo("Rye");
    assertThat(seen.texts("homePhones")).containsExactly("1");
    assertThat(read(id).json().at("/businessAddress/street").asText()).isEqualTo("1 Sea Road");
  }

  @Test
  void theUserDeletesAndRestores() {
    String folder = anna.createFolder("Others");
    String id = anna.addContact(folder, Map.of("givenName", "Ada"));
    anna.deleteContact(id);
    assertThat(anna.contacts()).isEmpty();
    anna.restoreContact(id);
    assertThat(anna.contactsIn(folder)).extracting(ContactView::id).containsExactly(id);
  }

  @Test
  void aContactWhoseFolderIsGoneIsRestoredToTheDefaultFolder() {
    String folder = anna.createFolder("Others");
    String id = anna.addContact(folder, Map.of("givenName", "Ada"));
    anna.deleteContact(id);
    anna.deleteFolder(folder);
    anna.restoreContact(id);
    assertThat(anna.contactsIn("contacts")).hasSize(1);
  }

  @Test
  void theUserPurgesOneContactOrTheWholeBin() {
    String first = create("{'givenName':'Ada'}");
    anna.purgeContact(first);
    assertThat(anna.contact(first)).isEmpty();
    anna.deleteContact(create("{'givenName':'Eve'}"));
    String folder = anna.createFolder("Others");
    anna.addContact(folder, Map.of("givenName", "Joe"));
    anna.deleteFolder(folder);
    assertThat(anna.bin()).hasSize(2);
    anna.emptyBin();
    assertThat(anna.bin()).isEmpty();
    assertThat(anna.folders()).hasSize(2);
  }

  @Test
  void aCopyHasItsOwnIdAndTheSameMark() {
    String id =
        create(
            "{'givenName':'Ada','singleValueExtendedProperties':[{'id':'"
                + MARK
                + "','value':'1'}]}");
    String copy = anna.copyContact(id, "contacts");
    assertThat(copy).isNotEqualTo(id);
    assertThat(anna.contact(copy).orElseThrow().extended(MARK)).contains("1");
    assertThat(anna.contacts()).hasSize(2);
  }

  @Test
  void foldersAreNamedByIdOrNameAndMovedWithAllInThem() {
    String outer = anna.createFolder("Outer");
    String inner = anna.createFolder("Inner", "contacts");
    anna.addContact("Inner", Map.of("givenName", "Ada"));
    anna.moveFolder("Inner", "Outer");
    anna.renameFolder(inner, "Innermost");
    assertThat(anna.folder("Innermost").orElseThrow().parentFolderId()).isEqualTo(outer);
    assertThat(values(graph.get(folder(outer) + "/childFolders"), "id")).containsExactly(inner);
    anna.moveFolder("Innermost", "root");
    assertThat(values(graph.get(ANNA + "/contactFolders"), "id")).containsExactly(outer, inner);
    anna.deleteFolder(inner);
    assertThat(anna.bin()).hasSize(1);
    assertThat(anna.folder("Innermost")).isEmpty();
  }

  @Test
  void aNameMeansTheFolderOutsideDeletedItems() {
    anna.deleteFolder(anna.createFolder("Others"));
    String second = anna.createFolder("Others");
    anna.addContact("Others", Map.of("givenName", "Ada"));
    assertThat(anna.contactsIn(second)).hasSize(1);
  }

  @Test
  void whatIsNotThereCannotBeActedUpon() {
    assertThatIllegalArgumentException().isThrownBy(() -> anna.deleteContact("x"));
    assertThatIllegalArgumentException().isThrownBy(() -> anna.deleteFolder("x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> anna.addContact("contacts", Map.of("businessFax", "1")));
  }
}
