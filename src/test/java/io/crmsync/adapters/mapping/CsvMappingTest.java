package io.crmsync.adapters.mapping;

import static io.crmsync.adapters.mapping.Mappings.contact;
import static io.crmsync.adapters.mapping.Mappings.exact;
import static io.crmsync.adapters.mapping.Mappings.quoted;
import static io.crmsync.adapters.mapping.Mappings.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.adapters.source.ContactRecord;
import io.crmsync.adapters.source.KnownIds;
import io.crmsync.adapters.source.RecordNode;
import io.crmsync.sync.port.CrmBroken;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapping that is shipped for files, on headings that programs write. */
class CsvMappingTest {
  private static final Mapping CSV = Mapping.of(ShippedMapping.CSV.json());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outlook-english",
        "outlook-on-the-web",
        "outlook-german",
        "google",
        "google-until-2024",
        "hubspot",
        "salesforce",
        "feed"
      })
  void anExportIsUnderstoodAsItIs(String program) {
    ExportSample sample = ExportSample.read(program);
    Map<String, String> kept = new HashMap<>(sample.row());
    kept.keySet().retainAll(CSV.namesNeeded(sample.headings()));

    ObjectNode mapped = CSV.apply(kept);

    assertThat(mapped).isEqualTo(sample.contact());
    assertThat(defect(mapped)).isEmpty();
  }

  private static String defect(ObjectNode mapped) {
    ObjectNode identified = mapped.deepCopy();
    identified.put("id", mapped.path("id").asText("c1"));
    return ContactRecord.read(new RecordNode(identified, false), new KnownIds()).defect();
  }

  @Test
  void headingsAreFoundInAnyCaseAndWithBlanksAround() {
    assertThat(CSV.namesNeeded(Set.of(" LAST NAME ", "Shoe Size"))).containsExactly(" LAST NAME ");
    assertThat(CSV.apply(row(" LAST NAME ", "Sample"))).isEqualTo(contact("'lastName':'Sample'"));
  }

  @Test
  void aFileWithoutAHeadingForANameOrAnEmailIsRefused() {
    assertThatThrownBy(() -> CSV.namesNeeded(Set.of("Phone", "Company")))
        .isInstanceOf(CrmBroken.class)
        .hasMessageStartingWith(
            "no heading that the mapping knows for a name or an e-mail, such as firstName, First"
                + " Name, Vorname, Given Name, lastName");
    assertThatThrownBy(() -> CSV.namesNeeded(Set.of())).isInstanceOf(CrmBroken.class);
  }

  @Test
  void twoHeadingsThatAreTheSameAreRefusedIfTheyAreRead() {
    assertThatThrownBy(() -> CSV.namesNeeded(Set.of("Email", "email ")))
        .isInstanceOf(CrmBroken.class)
        .hasMessage("two headings that are the same: Email, email ");
    assertThat(CSV.namesNeeded(Set.of("Email", "notes", "Notes"))).containsExactly("Email");
    assertThat(exact("'email':'Email'").namesNeeded(Set.of("Email", "email")))
        .containsExactly("Email");
  }

  @Test
  void aTitleIsASalutationButInASalesforceReport() {
    assertThat(CSV.apply(row("Title", "Dr", "Last Name", "Sample")))
        .isEqualTo(contact("'title':'Dr','lastName':'Sample'"));
    assertThat(CSV.apply(row("Title", "Head", "Last Name", "Sample", "Account Name", "")))
        .isEqualTo(contact("'position':'Head','lastName':'Sample'"));
  }

  @Test
  void aBirthdayWithSlashesBreaksItsRecordUntilTheMappingSaysHowItIsMeant() {
    Map<String, String> slashes = row("Last Name", "Sample", "Birthday", "3/4/1980");
    assertThat(defect(CSV.apply(slashes))).isEqualTo("birthDate: not a date");

    Mapping american =
        Mapping.of(ShippedMapping.CSV.json(), quoted("{'formats':{'date':['m/d/yyyy']}}"));
    assertThat(american.apply(slashes))
        .isEqualTo(contact("'lastName':'Sample','birthDate':'1980-03-04'"));
  }

  @Test
  void anOverrideTakesAKeyAwayOrGivesItAnotherName() {
    Mapping mapping =
        Mapping.of(
            ShippedMapping.CSV.json(),
            quoted("{'email':'Kontaktadresse','birthDate':null,'status':null}"));
    assertThat(
            mapping.apply(
                row("Kontaktadresse", "a@a.example", "Email", "b@a.example", "Birthday", "x")))
        .isEqualTo(contact("'email':'a@a.example'"));
  }

  @Test
  void aStatusThatIsNotInactiveIsActive() {
    assertThat(CSV.apply(row("Status", "Inaktiv")).path("status").asText()).isEqualTo("inactive");
    assertThat(CSV.apply(row("Status", "Customer")).path("status").asText()).isEqualTo("active");
  }

  @Test
  void aColumnOfTheTeamSaysWhoHasAContactWhateverStandsInIt() {
    assertThat(CSV.givesCoverage(Set.of("Email", " COVERAGETEAM"))).isTrue();
    assertThat(CSV.givesCoverage(Set.of("Email", "syncList"))).isFalse();
    assertThat(
            exact("'coverageTeam':{'from':'User','where':{'Role':'Owner'},'take':'Id'}")
                .givesCoverage(Set.of("User 1 - Role", "User 1 - Id")))
        .isTrue();
    assertThat(exact("'email':'Email'").givesCoverage(Set.of("Email", "coverageTeam"))).isFalse();
  }
}
