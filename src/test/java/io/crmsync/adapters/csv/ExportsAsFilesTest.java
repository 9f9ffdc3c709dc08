package io.crmsync.adapters.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.adapters.mapping.ExportSample;
import io.crmsync.adapters.mapping.Mapping;
import io.crmsync.adapters.mapping.ShippedMapping;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.HashedId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.UnorderedSource.Gathered;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What programs export, from the bytes of a file to the contact, by the mapping that is shipped.
 */
class ExportsAsFilesTest {
  private final FilesInMemory files = FilesInMemory.withUsers();
  private final io.crmsync.adapters.csv.CsvSource source =
      new io.crmsync.adapters.csv.CsvSource(files, Mapping.of(ShippedMapping.CSV.json()));

  @ParameterizedTest
  @CsvSource({
    "outlook-english,    ',', windows-1252, ada@sample.example",
    "outlook-on-the-web, ',', UTF-8,        ada@sample.example",
    "outlook-german,     ';', windows-1252, kaethe@muester.example",
    "google,             ',', UTF-8,        ada@sample.example",
    "google-until-2024,  ',', UTF-8,        ada@sample.example",
    "hubspot,            ',', UTF-8,        901",
    "salesforce,         ',', UTF-8,        0035000000XyZ1A",
    "feed,               ';', UTF-16,       c1",
  })
  void anExportIsAContactWithAnId(String program, String delimiter, Charset charset, String id) {
    ExportSample sample = ExportSample.read(program);
    files.with("export.csv", sample.file(delimiter), charset);

    CrmContact contact = onlyContact();

    assertThat(contact.id()).isEqualTo(CsvIds.of(id));
    assertThat(contact.name().last()).isEqualTo(sample.contact().path("lastName").asText());
    assertThat(contact.name().first()).isEqualTo(sample.contact().path("firstName").asText());
  }

  @Test
  void umlautsSemicolonsAndAByteOrderMarkAreRead() {
    files.with("kontakte.csv", "\ufeff" + ExportSample.read("outlook-german").file(";"), UTF_8);
    CrmContact contact = onlyContact();
    assertThat(contact.name().first()).isEqualTo("Käthe");
    assertThat(contact.businessAddress().city()).isEqualTo("Köln");
    assertThat(contact.access().coverageTeam())
        .containsExactlyInAnyOrder(new UserId("anna"), new UserId("bert"));
  }

  @Test
  void withoutIdAndEmailNameAndCompanyIdentify() {
    files.with("export.csv", "Last Name,Company\nSample,One Ltd\nSample,Two Ltd\n");
    assertThat(gathered())
        .extracting(record -> record.id().map(HashedId::text))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  private CrmContact onlyContact() {
    List<Gathered> all = gathered();
    assertThat(all).hasSize(1);
    SourceRecord record = source.read(all.get(0).line());
    assertThat(record.defect()).isEmpty();
    return record.contact().orElseThrow();
  }

  private List<Gathered> gathered() {
    return source.part("", 10).records();
  }
}
