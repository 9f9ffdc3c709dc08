package io.crmsync.adapters.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.AccessPart;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmAddress;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import io.crmsync.sync.port.SourceRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactRecordTest {
  private static final String HEAD = "'id':'c1','kind':'Person','status':'active'";

  @Test
  void everyPropertyIsRead() {
    CrmContact contact =
        good(
            """
            {'id':'c1','kind':'UserPerson','status':'inactive','title':'Dr','firstName':'Ada',
             'initials':'B','lastName':'Sample','fullName':'Ada B Sample','position':'Boss',
             'birthDate':'1984-02-29','website':'https://a.example','email':'ada@a.example',
             'businessPhone':'1','homePhone':'2','mobilePhone':'3','businessFax':'4',
             'businessAddress':{'lines':['Flat 1','Court','Road'],'city':'C','state':'S',
               'postalCode':'P','country':'L'},
             'homeAddress':{'city':'H'},'coverageTeam':['u1','u2'],'syncList':['u3'],
             'viewSecurity':{'scope':'group','groups':['g1','g2']}}
            """);
    assertThat(contact)
        .isEqualTo(
            new CrmContact(
                new ContactId("c1"),
                ContactKind.USER_PERSON,
                ContactStatus.INACTIVE,
                new CrmContact.Name("Dr", "Ada", "B", "Sample", "Ada B Sample"),
                "Boss",
                "1984-02-29",
                "https://a.example",
                "ada@a.example",
                new CrmContact.Phones("1", "2", "3", "4"),
                new CrmAddress(List.of("Flat 1", "Court", "Road"), "C", "S", "P", "L"),
                new CrmAddress(List.of(), "H", "", "", ""),
                new Access(
                    Set.of(new UserId("u1"), new UserId("u2")),
                    Set.of(new UserId("u3")),
                    new ViewSecurity(
                        Scope.GROUP,
                        Optional.empty(),
                        Set.of(new GroupId("g1"), new GroupId("g2"))))));
  }

  @Test
  void absentNullAndUnknownPropertiesAreNoFault() {
    CrmContact bare = good("{" + HEAD + "}");
    assertThat(
            good(
                "{"
                    + HEAD
                    + ",'firstName':null,'email':null,'birthDate':null,'businessAddress':null,"
                    + "'homeAddress':{'lines':null,'city':null},'coverageTeam':null,'syncList':null,"
                    + "'viewSecurity':null,'favouriteColour':{'r':1},'modifiedAt':'yesterday'}"))
        .isEqualTo(bare);
    assertThat(bare.access()).isEqualTo(Access.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'scope':'nobody'}",
        "{'scope':'public'}",
        "{'scope':'private','owner':'u9'}",
        "{'scope':'groups','groups':['g1','g1',7]}",
        "{}",
        "null",
        "'private'",
        "['u9']",
        "7"
      })
  void editSecurityHasNoEffectWhateverItSays(String editSecurity) {
    for (String view : List.of("", ",'viewSecurity':{'scope':'private','owner':'u1'}")) {
      assertThat(good("{" + HEAD + view + ",'editSecurity':" + editSecurity + "}"))
          .isEqualTo(good("{" + HEAD + view + "}"));
    }
  }

  @Test
  void aBlankOwnerIsNobody() {
    ViewSecurity security =
        good("{" + HEAD + ",'viewSecurity':{'scope':'private','owner':' '}}")
            .access()
            .viewSecurity();
    assertThat(security.scope()).isEqualTo(Scope.PRIVATE);
    assertThat(security.owner()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'firstName':42 | firstName: not a string",
        "'email':['a@b.example'] | email: not a string",
        "'firstName':'\\ud800' | firstName: not Unicode text",
        "'coverageTeam':'u1' | coverageTeam: not a list",
        "'coverageTeam':[null] | coverageTeam: not a string",
        "'coverageTeam':['u 1'] | coverageTeam: not an id",
        "'syncList':[7] | syncList: not a string",
        "'businessAddress':'here' | businessAddress: not an object",
        "'homeAddress':{'city':1} | homeAddress.city: not a string",
        "'viewSecurity':'public' | viewSecurity: not an object",
        "'viewSecurity':{} | viewSecurity.scope: missing or unknown",
        "'viewSecurity':{'scope':'Public'} | viewSecurity.scope: missing or unknown",
        "'viewSecurity':{'scope':'private','owner':'?'} | viewSecurity.owner: not an id",
        "'viewSecurity':{'scope':'group','groups':'g1'} | viewSecurity.groups: not a list",
        "'birthDate':'1985-02-29' | birthDate: not a date",
        "'birthDate':'29.02.1984' | birthDate: not a date",
        "'birthDate':'1984-02-29T00:00:00Z' | birthDate: not a date",
      })
  void aRecordThatBreaksTheSchemaIsBadAndNamesTheRule(String broken, String defect) {
    SourceRecord read = read("{" + HEAD + "," + broken + "}");
    assertThat(read.id()).contains(new ContactId("c1"));
    assertThat(read.contact()).isEmpty();
    assertThat(read.defect()).isEqualTo(defect);
    boolean ofAccess = defect.matches("(coverageTeam|syncList|viewSecurity).*");
    assertThat(read.access().isEmpty()).isEqualTo(ofAccess);
  }

  /** R6: who lost access by it loses the copy, whatever else is wrong with the record. */
  @Test
  void aBadRecordWhoseAccessCanBeReadSaysWhoMayHaveTheContact() {
    SourceRecord read =
        read(
            "{'id':'c1','kind':'Household','status':'inactive','email':7,'coverageTeam':['u1'],"
                + "'viewSecurity':{'scope':'private','owner':'u2'}}");
    assertThat(read.defect()).isEqualTo("email: not a string");
    assertThat(read.access())
        .contains(
            new AccessPart(
                ContactKind.HOUSEHOLD,
                ContactStatus.INACTIVE,
                new Access(
                    Set.of(new UserId("u1")),
                    Set.of(),
                    new ViewSecurity(Scope.PRIVATE, Optional.of(new UserId("u2")), Set.of()))));
  }

  @Test
  void moreThanThreeLinesOfAnAddressAreNoFaultAndTheRestJoinsTheThird() {
    CrmContact contact =
        good("{" + HEAD + ",'homeAddress':{'lines':['1','2','3',' ','4','5'],'city':'C'}}");
    assertThat(contact.homeAddress().lines()).containsExactly("1", "2", "3, 4, 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'id':'c1','status':'active'} | kind: missing or unknown",
        "{'id':'c1','kind':'person','status':'active'} | kind: missing or unknown",
        "{'id':'c1','kind':'Person','status':null} | status: missing or unknown",
        "{'id':'c1','kind':'Person','status':'Active'} | status: missing or unknown",
      })
  void kindAndStatusAreComparedExactly(String record, String defect) {
    assertThat(read(record)).isEqualTo(SourceRecord.bad(Optional.of(new ContactId("c1")), defect));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "'c1'",
        "{'kind':'Person','status':'active'}",
        "{'id':null,'kind':'Person','status':'active'}",
        "{'id':7,'kind':'Person','status':'active'}",
        "{'id':'c1/','kind':'Person','status':'active'}",
        "{'id':' c1','kind':'Person','status':'active'}"
      })
  void aRecordWithoutReadableIdIsBadWithoutId(String record) {
    SourceRecord read = read(record);
    assertThat(read.id()).isEmpty();
    assertThat(read.contact()).isEmpty();
    assertThat(read.defect()).matches("(id|record): .*");
  }

  @Test
  void tenThousandCharactersInEveryFieldAreTakenAndFarMoreAreABadRecord() {
    String most = "\u8a9e".repeat(10_000);
    String texts = everyText(most);
    assertThat(good("{" + HEAD + "," + texts + "}").website()).isEqualTo(most);
    SourceRecord tooMuch = read("{" + HEAD + ",'position':'" + "x".repeat(300_001) + "'}");
    assertThat(tooMuch.id()).contains(new ContactId("c1"));
    assertThat(tooMuch.defect()).isEqualTo("record: more than 300000 characters");
    String inParts = "{" + HEAD + "," + everyText("x".repeat(20_000)) + "}";
    assertThat(read(inParts).defect()).isEqualTo("record: more than 300000 characters");
    String team = "'coverageTeam':['" + "u".repeat(100) + "']";
    assertThat(
            read("{" + HEAD + "," + team + ",'position':'" + "x".repeat(299_000) + "'}").contact())
        .isPresent();
  }

  /** One more could not be stored: its page would fail, night after night. */
  @Test
  void aTeamOfTwelveThousandIsTakenAndOneThatNoRowHoldsIsABadRecord() {
    assertThat(good("{" + HEAD + "," + team(12_000) + "}").access().coverageTeam()).hasSize(12_000);
    SourceRecord tooMany = read("{" + HEAD + "," + team(12_500) + "}");
    assertThat(tooMany.id()).contains(new ContactId("c1"));
    assertThat(tooMany.defect())
        .isEqualTo("record: team, list and groups are too long to be stored");
    String text = "'position':'" + "x".repeat(299_000) + "'";
    assertThat(read("{" + HEAD + "," + text + "," + team(2_000) + "}").contact()).isEmpty();
  }

  /** Ids as long as a GUID. */
  private static String team(int size) {
    return IntStream.range(0, size)
        .mapToObj("'u-%034d'"::formatted)
        .collect(Collectors.joining(",", "'coverageTeam':[", "]"));
  }

  private static String everyText(String value) {
    String address = "{'lines':['V'],'city':'V','state':'V','postalCode':'V','country':'V'}";
    return Stream.of(
            "title",
            "firstName",
            "initials",
            "lastName",
            "fullName",
            "position",
            "website",
            "email",
            "businessPhone",
            "homePhone",
            "mobilePhone",
            "businessFax")
        .map(name -> "'" + name + "':'V',")
        .collect(
            Collectors.joining(
                "", "", "'businessAddress':" + address + ",'homeAddress':" + address))
        .replace("V", value);
  }

  private static CrmContact good(String json) {
    SourceRecord read = read(json);
    assertThat(read.defect()).isEmpty();
    return read.contact().orElseThrow();
  }

  private static SourceRecord read(String json) {
    try {
      JsonNode record = new ObjectMapper().readTree(json.replace('\'', '"'));
      return ContactRecord.read(new RecordNode(record, false), new KnownIds());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
