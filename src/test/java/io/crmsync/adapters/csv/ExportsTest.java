package io.crmsync.adapters.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.adapters.mapping.Mapping;
import io.crmsync.adapters.mapping.ShippedMapping;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.HashedId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.UnorderedSource.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files as programs export them, with what they write, in the mapping that comes with the app. */
@DisplayName("An export")
class ExportsTest {
  private final FilesInMemory files = FilesInMemory.withUsers();
  private final CsvSource source = new CsvSource(files, Mapping.of(ShippedMapping.CSV.json()));

  @Test
  void ofOutlookIsWindows1252WithLinesInItsCells() throws IOException {
    List<CrmContact> contacts = contacts("outlook-german.csv");
    assertThat(contacts).hasSize(2);
    CrmContact first = contacts.get(0);
    assertThat(first.name().first() + " " + first.name().last()).isEqualTo("Jürgen Müßig");
    assertThat(first.businessAddress().lines()).containsExactly("Königsallee 1", "Hinterhaus");
    assertThat(first.businessAddress().city()).isEqualTo("Düsseldorf");
    assertThat(first.birthDate()).isEqualTo("1980-04-03");
    assertThat(first.id()).isEqualTo(CsvIds.of("juergen@beispiel.example"));
    assertThat(contacts.get(1).name().last()).isEqualTo("Ægir");
    assertThat(HashedId.text(contacts.get(1).id())).matches("[0-9a-f]{32}");
  }

  @Test
  void ofGoogleIsUtf8WithoutAMark() throws IOException {
    CrmContact contact = contacts("google.csv").get(0);
    assertThat(contact.name().first() + " " + contact.name().last()).isEqualTo("Łukasz Żółć");
    assertThat(contact.position()).isEqualTo("Inżynier");
    assertThat(contact.phones().mobile()).isEqualTo("+48 500 555 010");
    assertThat(contact.phones().business()).isEqualTo("+48 22 555 01 00");
    assertThat(contact.businessAddress().lines()).containsExactly("ul. Długa 1", "m. 2");
  }

  @Test
  void ofHubSpotIsUtf8WithAMark() throws IOException {
    List<CrmContact> contacts = contacts("hubspot.csv");
    assertThat(contacts)
        .extracting(CrmContact::id)
        .containsExactly(HashedId.of("501"), HashedId.of("502"));
    assertThat(contacts.get(0).name().last()).isEqualTo("Lefèvre");
    assertThat(contacts.get(0).position()).isEqualTo("Directeur, ventes");
  }

  @Test
  void ofSalesforceMayBeUtf16WithSemicolonsAndTextBeneath() throws IOException {
    List<CrmContact> contacts = contacts("salesforce.csv");
    assertThat(contacts).extracting(CrmContact::id).containsExactly(HashedId.of("0035000000XyZ1A"));
    assertThat(contacts.get(0).name().last()).isEqualTo("Öhman");
    assertThat(contacts.get(0).position()).isEqualTo("Leiterin; Einkauf");
  }

  @Test
  void ofNobodysProgramMayHaveTabsAndIdsWithAnyLetters() throws IOException {
    List<CrmContact> contacts = contacts("own-table.txt");
    assertThat(contacts)
        .extracting(CrmContact::id)
        .containsExactly(HashedId.of("X-1"), CsvIds.of("Ü 2"));
    assertThat(contacts.get(0).access().coverageTeam())
        .containsExactlyInAnyOrder(new UserId("anna"), new UserId("bert"));
    assertThat(contacts.get(1).access().coverageTeam()).isEmpty();
  }

  @Test
  void besideOthersIsReadWithThem() throws IOException {
    for (String name :
        List.of("outlook-german.csv", "google.csv", "hubspot.csv", "salesforce.csv")) {
      upload(name);
    }
    for (String text : List.of("juergen@beispiel.example", "501", "0035000000XyZ1A")) {
      ContactId id = CsvIds.of(text);
      assertThat(source.contact(id).kind()).isEqualTo(Lookup.Kind.FOUND);
    }
    assertThat(source.contact(CsvIds.of("nandu@ejemplo.example")).kind())
        .as("its id identifies, and not its address")
        .isEqualTo(Lookup.Kind.GONE);
  }

  private List<CrmContact> contacts(String name) throws IOException {
    upload(name);
    Part part = source.part("", 100);
    assertThat(part.next()).isEmpty();
    return part.records().stream()
        .map(record -> source.read(record.line()).contact().orElseThrow())
        .toList();
  }

  private void upload(String name) throws IOException {
    try (InputStream in = ExportsTest.class.getResourceAsStream("/csv/" + name)) {
      files.with(name, Objects.requireNonNull(in, name).readAllBytes());
    }
  }
}
