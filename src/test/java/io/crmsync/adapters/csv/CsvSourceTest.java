package io.crmsync.adapters.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.HashedId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourceRecord;
import io.crmsync.sync.port.UnorderedSource.Gathered;
import io.crmsync.sync.port.UnorderedSource.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a source of files gives, of files that are whole. */
class CsvSourceTest {
  private static final String TWO =
      """
      id,firstName,lastName,email
      1,Ada,Lovelace,ada@example.com
      2,Alan,Turing,alan@example.com
      """;

  private final FilesInMemory files = FilesInMemory.withUsers();
  private final CsvSource source = new CsvSource(files, new OwnNames());

  @Test
  void eachRowIsAContact() {
    files.with("crm.csv", TWO);
    assertThat(contacts())
        .extracting(contact -> contact.name().last())
        .containsExactly("Lovelace", "Turing");
    assertThat(contacts())
        .extracting(contact -> HashedId.text(contact.id()))
        .containsExactly("1", "2");
  }

  @Test
  void allFilesButUsersAreReadInTheOrderOfTheirNames() {
    files.with("b.csv", TWO).with("a.txt", "lastName,id\nHopper,0\n");
    assertThat(contacts())
        .extracting(contact -> HashedId.text(contact.id()))
        .containsExactly("0", "1", "2");
  }

  @Test
  void aCellMayHaveLinesQuotesAndDelimiters() {
    files.with(
        "crm.csv", "id;lastName;position\r\n1;\"von \"\"Neu\"\";mann\";\"a\r\nb\"\r\n\r\n2;x;y");
    assertThat(contacts())
        .extracting(contact -> contact.name().last())
        .containsExactly("von \"Neu\";mann", "x");
    assertThat(contacts()).extracting(CrmContact::position).containsExactly("a\r\nb", "y");
  }

  @Test
  void rowsWhereNothingStandsAreNoRecords() {
    files.with("crm.csv", "id,lastName,email\n,,\n1,A,\n  \n\n,,\n");
    assertThat(contacts()).hasSize(1);
  }

  @Test
  void aRowThatBreaksARuleIsABadRecordAndNoFailure() {
    files.with("crm.csv", "id,lastName,birthDate\n1,A,yesterday\n2,B,2000-02-29\n");
    assertThat(records())
        .extracting(SourceRecord::defect)
        .containsExactly("birthDate: not a date", "");
    assertThat(records().get(0).access()).isPresent();
  }

  @Test
  void aRowThatNothingIdentifiesIsABadRecord() {
    files.with("crm.csv", "id,lastName,position\n,,Admiral\n");
    assertThat(gathered(10)).extracting(Gathered::id).containsExactly(Optional.empty());
    assertThat(records())
        .extracting(SourceRecord::defect)
        .containsExactly("id: missing or not a string");
  }

  @Test
  void whatIsGatheredIsOneLine() {
    files.with("crm.csv", "id,lastName\n1,\"a\nb\r\nc\u2028d\"\n");
    assertThat(gathered(10).get(0).line()).doesNotContain("\n", "\r");
    assertThat(contacts().get(0).name().last()).isEqualTo("a\nb\r\nc\u2028d");
  }

  @Test
  void aContactIsFoundByItsIdOrGone() {
    files.with("crm.csv", TWO).with("more.csv", "id,lastName\n3,Hopper\n");
    assertThat(source.contact(CsvIds.of("3")).record().flatMap(SourceRecord::contact))
        .map(contact -> contact.name().last())
        .contains("Hopper");
    assertThat(source.contact(CsvIds.of("4")).kind()).isEqualTo(Lookup.Kind.GONE);
  }

  @Test
  void aBadRecordIsFound() {
    files.with("crm.csv", "id,lastName,birthDate\n1,A,yesterday\n");
    Lookup lookup = source.contact(CsvIds.of("1"));
    assertThat(lookup.kind()).isEqualTo(Lookup.Kind.FOUND);
    assertThat(lookup.record()).map(SourceRecord::defect).contains("birthDate: not a date");
  }

  @Test
  void anIdThatIsNotThereOpensNoFileAsLongAsTheFilesAreTheSame() {
    files.with("crm.csv", TWO);
    source.contact(CsvIds.of("1"));
    files.opened();
    IntStream.range(3, 300)
        .mapToObj(i -> source.contact(CsvIds.of("" + i)))
        .forEach(lookup -> assertThat(lookup.kind()).isEqualTo(Lookup.Kind.GONE));
    assertThat(files.opened()).isEmpty();
    files.with("crm.csv", TWO + "3,Grace,Hopper,\n");
    assertThat(source.contact(CsvIds.of("3")).kind()).isEqualTo(Lookup.Kind.FOUND);
  }

  @Test
  void withoutAColumnForItEveryActiveUserHasAContact() {
    files.with("crm.csv", TWO);
    assertThat(contacts())
        .allSatisfy(
            contact ->
                assertThat(contact.access().coverageTeam())
                    .containsExactly(user("anna"), user("bert")));
  }

  @Test
  void aColumnNamesUsersByIdOrMailbox() {
    files.with(
        "crm.csv",
        """
        id,lastName,coverageTeam
        1,A,anna
        2,B,"BERT@contoso.com; anna"
        3,C,"anna, bert,anna"
        4,D,gone@contoso.com
        5,E,formerly
        """);
    assertThat(contacts())
        .extracting(contact -> contact.access().coverageTeam())
        .containsExactly(
            Set.of(user("anna")),
            Set.of(user("bert"), user("anna")),
            Set.of(user("anna"), user("bert")),
            Set.of(),
            Set.of(user("formerly")));
  }

  @Test
  void whereTheColumnIsEmptyNobodyHasTheContact() {
    files.with("crm.csv", "id,lastName,coverageTeam\n1,A,\n");
    assertThat(contacts().get(0).access().coverageTeam()).isEmpty();
  }

  @Test
  void aNameInTheColumnBreaksTheRecord() {
    files.with("crm.csv", "id,lastName,coverageTeam\n1,A,Anna Smith\n");
    assertThat(records())
        .extracting(SourceRecord::defect)
        .containsExactly("coverageTeam: not an id");
  }

  @Test
  void aWalkOverPartsOfAnySizeGivesEachRowOnce() {
    long seed = new Random().nextLong();
    System.out.println("CsvSourceTest seed " + seed);
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>();
    for (int file = 0; file < 5; file++) {
      StringBuilder text = new StringBuilder("id,lastName\n");
      for (int row = random.nextInt(40); row >= 0; row--) {
        ids.add("f" + file + "r" + row);
        text.append(ids.get(ids.size() - 1))
            .append(",\"x\ny\"\n")
            .append(random.nextBoolean() ? "\n" : "");
      }
      files.with("file" + file, text.toString());
    }
    for (int walk = 0; walk < 100; walk++) {
      List<String> seen = new ArrayList<>();
      String token = "";
      do {
        CsvSource instance = random.nextInt(5) == 0 ? new CsvSource(files, new OwnNames()) : source;
        int limit = 1 + random.nextInt(30);
        Part part = instance.part(token, limit);
        assertThat(part.records()).hasSizeBetween(1, limit);
        assertThat(instance.part(token, limit)).isEqualTo(part);
        part.records().forEach(record -> seen.add(HashedId.text(record.id().orElseThrow())));
        token = part.next().orElse("");
      } while (!token.isEmpty());
      assertThat(seen).as("seed %d", seed).isEqualTo(ids);
    }
  }

  private List<CrmContact> contacts() {
    return records().stream().map(record -> record.contact().orElseThrow()).toList();
  }

  private List<SourceRecord> records() {
    return gathered(1).stream().map(record -> source.read(record.line())).toList();
  }

  private List<Gathered> gathered(int limit) {
    List<Gathered> all = new ArrayList<>();
    Optional<String> token = Optional.of("");
    while (token.isPresent()) {
      Part part = source.part(token.get(), limit);
      all.addAll(part.records());
      token = part.next();
    }
    return all;
  }

  private static UserId user(String id) {
    return new UserId(id);
  }
}
