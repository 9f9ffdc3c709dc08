package io.crmsync.adapters.mapping;

import static io.crmsync.adapters.mapping.Mappings.exact;
import static io.crmsync.adapters.mapping.Mappings.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Not there is not empty (R25). */
class MissingNamesTest {
  private static final Mapping MAPPING =
      exact(
          "'email':{'first':['mail','account.mail']},"
              + "'mobilePhone':{'from':'phones','where':{'type':'Mobile'},'take':'number'},"
              + "'inactiveWhen':{'of':'left','is':true}");

  @Test
  void nullIsEmptyAndNotMissing() {
    MappedRecord record =
        MAPPING.apply(json("{'mail':null,'account':null,'phones':null,'left':null}"));
    assertThat(record.missing()).isEmpty();
    assertThat(record.node().has("email")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {'account':null,'phones':[],'left':null}                          | mail
          {'mail':'a@a.example','phones':[],'left':null}                    | account.mail
          {'mail':'a@a.example','account':{},'phones':[],'left':null}       | account.mail
          {'mail':'a@a.example','account':'text','phones':[],'left':null}   | account.mail
          {'mail':'a@a.example','account':null,'left':null}                 | phones
          {'mail':'a@a.example','account':null,'phones':'1','left':null}    | phones
          {'mail':'a@a.example','account':null,'phones':['1'],'left':null}  | phones
          {'mail':null,'account':null,'phones':[{'number':'1'}],'left':null} | phones.type
          {'mail':null,'account':null,'phones':[{'type':'x'}],'left':null}  | phones.number
          {'mail':null,'account':null,'phones':[]}                          | left
          {'mail':{},'account':null,'phones':[],'left':null}                | mail
          {'mail':[{}],'account':null,'phones':[],'left':null}              | mail
          """)
  void whatWasAskedForAndIsNotThereIsNamed(String record, String missing) {
    assertThat(MAPPING.apply(json(record)).missing()).containsExactly(missing);
  }

  @Test
  void theNamesToSelectAreThoseAtTheTop() {
    assertThat(MAPPING.sourceNames()).containsExactly("account", "left", "mail", "phones");
  }

  @Test
  void aNameThatOnlyHasToBeThereIsSelectedAndNeverMissing() {
    Mapping mapping = exact("'title':{'from':'t','beside':['s.x'],'notBeside':['n']}");
    assertThat(mapping.sourceNames()).containsExactly("n", "s", "t");
    assertThat(mapping.apply(json("{'t':'Dr'}")).missing()).isEmpty();
  }

  @Test
  void aMappedRecordPrintsNothingOfAPerson() {
    assertThat(MAPPING.apply(json("{'mail':'a@a.example'}")))
        .hasToString("missing [account.mail, left, phones]");
  }
}
