package io.crmsync.adapters.mapping;

import static io.crmsync.adapters.mapping.Mappings.contact;
import static io.crmsync.adapters.mapping.Mappings.exact;
import static io.crmsync.adapters.mapping.Mappings.ignoringCase;
import static io.crmsync.adapters.mapping.Mappings.json;
import static io.crmsync.adapters.mapping.Mappings.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorTest {
  private static final String FIRST = "'email':{'first':['Work',{'from':'Home'}]}";
  private static final String PHONES =
      "'mobilePhone':{'from':'phones','where':{'type':['Mobile','Cell'],'invalid':false},"
          + "'take':'number'}";

  @Test
  void aPlainTextIsShortForFrom() {
    assertThat(exact("'email':'Mail'").apply(row("Mail", "a@a.example")))
        .isEqualTo(contact("'email':'a@a.example'"))
        .isEqualTo(exact("'email':{'from':'Mail'}").apply(row("Mail", "a@a.example")));
  }

  @Test
  void whatTheSourceDoesNotHaveIsAbsent() {
    Mapping mapping = exact("'email':'Mail','businessAddress':{'city':'City'},'syncList':'List'");
    assertThat(mapping.apply(row("Mail", " \u200b "))).isEqualTo(contact(""));
  }

  @Test
  void aTextIsGivenWithoutTheWhiteSpaceAroundIt() {
    assertThat(exact("'id':'Id'").apply(row("Id", " 17 "))).isEqualTo(contact("'id':'17'"));
  }

  @Test
  void namesAreComparedExactlyUnlessTheMappingSaysOtherwise() {
    assertThat(exact("'email':'Mail'").apply(row("mail", "a@a.example"))).isEqualTo(contact(""));
    assertThat(ignoringCase("'email':'Mäil'").apply(row(" M\u00c4IL ", "a@a.example")))
        .isEqualTo(contact("'email':'a@a.example'"));
  }

  @Test
  void aHeadingInDecomposedUnicodeIsTheSameHeading() {
    assertThat(ignoringCase("'email':'M\u00e4il'").apply(row("Ma\u0308il", "a@a.example")))
        .isEqualTo(contact("'email':'a@a.example'"));
  }

  @Test
  void aDotLeadsIntoJsonAndIsPartOfAHeading() {
    Mapping mapping = exact("'email':'a.b'");
    assertThat(mapping.apply(json("{'a':{'b':'x@a.example'}}")).node())
        .isEqualTo(contact("'email':'x@a.example'"));
    assertThat(mapping.apply(row("a.b", "x@a.example")))
        .isEqualTo(contact("'email':'x@a.example'"));
  }

  @Test
  void numbersAndBooleansAreTexts() {
    assertThat(exact("'id':'n','title':'b'").apply(json("{'n':17,'b':true}")).node())
        .isEqualTo(contact("'id':'17','title':'true'"));
  }

  @Test
  void ofAListATextTakesTheFirstAndAListAll() {
    Mapping mapping = exact("'title':'all','coverageTeam':'all'");
    assertThat(mapping.apply(json("{'all':['',null,'u1','u2']}")).node())
        .isEqualTo(contact("'title':'u1','coverageTeam':['u1','u2']"));
  }

  @Test
  void aNameThatMeansSomethingElseBesideAnotherIsReadOnlyThere() {
    Mapping mapping =
        exact(
            "'title':{'from':'Title','notBeside':['Salutation']},"
                + "'position':{'from':'Title','beside':['Salutation','Anrede']}");
    assertThat(mapping.apply(row("Title", "Dr"))).isEqualTo(contact("'title':'Dr'"));
    assertThat(mapping.apply(row("Title", "Boss", "Salutation", "")))
        .isEqualTo(contact("'position':'Boss'"));
  }

  @Test
  void firstTakesTheFirstThatIsNotBlank() {
    assertThat(exact(FIRST).apply(row("Work", " ", "Home", "h@a.example")))
        .isEqualTo(contact("'email':'h@a.example'"));
    assertThat(exact(FIRST).apply(row("Work", "w@a.example", "Home", "h@a.example")))
        .isEqualTo(contact("'email':'w@a.example'"));
  }

  @Test
  void splitCutsIntoLines() {
    assertThat(
            exact("'homeAddress':{'lines':{'split':'Street'}}")
                .apply(row("Street", "Flat 1\r\n\n 10 Long Street\nRear")))
        .isEqualTo(contact("'homeAddress':{'lines':['Flat 1','10 Long Street','Rear']}"));
  }

  @Test
  void splitCutsAtASeparatorThatIsNoPattern() {
    assertThat(exact("'coverageTeam':{'split':'Team','by':'|'}").apply(row("Team", "u1| u2 ||u.*")))
        .isEqualTo(contact("'coverageTeam':['u1','u2','u.*']"));
  }

  @Test
  void mapGivesValuesForValuesWithoutCase() {
    Mapping mapping = exact("'kind':{'map':'Type','values':{'Firma':'Organization','':'Person'}}");
    assertThat(mapping.apply(row("Type", " FIRMA "))).isEqualTo(kind("Organization"));
    assertThat(mapping.apply(row())).isEqualTo(kind("Person"));
    assertThat(mapping.apply(row("Type", "Household"))).isEqualTo(kind("Household"));
  }

  @Test
  void mapsElseIsForAllOthersAndNoValue() {
    Mapping mapping =
        exact("'kind':{'map':'Type','values':{'Firma':'Organization'},'else':'Person'}");
    assertThat(mapping.apply(row("Type", "whatever"))).isEqualTo(kind("Person"));
    assertThat(mapping.apply(row())).isEqualTo(kind("Person"));
    assertThat(exact("'title':{'map':'T','values':{},'else':''}").apply(row("T", "whatever")))
        .isEqualTo(contact(""));
  }

  @Test
  void joinLeavesBlankOnesOut() {
    assertThat(
            exact("'fullName':{'join':['First','Middle','Last']}")
                .apply(row("First", "Ada", "Middle", " ", "Last", "Sample")))
        .isEqualTo(contact("'fullName':'Ada Sample'"));
    assertThat(exact("'fullName':{'join':['First','Last'],'by':', '}").apply(row("First", "Ada")))
        .isEqualTo(contact("'fullName':'Ada'"));
    assertThat(exact("'fullName':{'join':['First','Last']}").apply(row())).isEqualTo(contact(""));
  }

  @Test
  void takeWhereReadsTheObjectOfAListThatIsMeant() {
    assertThat(
            exact(PHONES)
                .apply(
                    json(
                        """
                        {'phones':[{'type':'Office','invalid':false,'number':'1'},
                                   {'type':'Mobile','invalid':true,'number':'2'},
                                   {'type':'cell','invalid':false,'number':'3'},
                                   {'type':'Mobile','invalid':false,'number':'4'}]}
                        """)))
        .isEqualTo(new MappedRecord(contact("'mobilePhone':'3'"), Set.of()));
  }

  @Test
  void numberedHeadingsAreAListOfObjects() {
    Mapping mapping =
        ignoringCase("'mobilePhone':{'from':'Phone','where':{'Label':'Mobile'},'take':'Value'}");
    assertThat(
            mapping.apply(
                row(
                    "Phone 1 - Label", "Work",
                    "Phone 1 - Value", "1",
                    "Phone 2 - Label", "Mobile",
                    "Phone 2 - Value", "2")))
        .isEqualTo(contact("'mobilePhone':'2'"));
  }

  @Test
  void theEmptyTextMeetsAPartThatIsThereAndBlank() {
    Mapping mapping = exact("'homePhone':{'from':'P','where':{'L':''},'take':'V'}");
    assertThat(mapping.apply(row("P 1 - L", "", "P 1 - V", "1")))
        .isEqualTo(contact("'homePhone':'1'"));
    assertThat(mapping.apply(row("P 1 - V", "1"))).isEqualTo(contact(""));
  }

  @Test
  void operatorsTakeOperators() {
    assertThat(
            exact("'businessAddress':{'lines':{'split':{'join':['S1','S2'],'by':'\\n'}}}")
                .apply(row("S1", "Flat 1", "S2", "10 Long Street")))
        .isEqualTo(contact("'businessAddress':{'lines':['Flat 1','10 Long Street']}"));
  }

  @Test
  void inactiveWhenGoesBeforeStatus() {
    Mapping mapping =
        exact("'status':'state','inactiveWhen':{'of':'left','is':[true,'yes','gone for good']}");
    assertThat(mapping.apply(json("{'left':true,'state':'active'}")).node())
        .isEqualTo(json("{'kind':'Person','status':'inactive'}"));
    assertThat(mapping.apply(json("{'left':false,'state':'retired'}")).node())
        .isEqualTo(json("{'kind':'Person','status':'retired'}"));
    assertThat(mapping.apply(json("{'left':null,'state':null}")).node())
        .isEqualTo(json("{'kind':'Person'}"));
  }

  @Test
  void inactiveCanBeToldByNoValue() {
    Mapping mapping = exact("'inactiveWhen':{'of':'Active','is':['','no']}");
    assertThat(mapping.apply(row()).path("status").asText()).isEqualTo("inactive");
    assertThat(mapping.apply(row("Active", "yes")).path("status").asText()).isEqualTo("active");
  }

  @Test
  void viewSecurityIsAbsentOrHasWhatTheSourceSays() {
    Mapping mapping =
        exact("'viewSecurity':{'scope':'s','owner':'o','groups':{'split':'g','by':';'}}");
    assertThat(mapping.apply(row())).isEqualTo(contact(""));
    assertThat(mapping.apply(row("s", "group", "g", "g1;g2")))
        .isEqualTo(contact("'viewSecurity':{'scope':'group','groups':['g1','g2']}"));
  }

  private static ObjectNode kind(String kind) {
    return json("{'kind':'" + kind + "','status':'active'}");
  }
}
