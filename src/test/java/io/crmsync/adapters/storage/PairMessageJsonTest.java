package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairMessage.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PairMessageJsonTest {
  private static final PairMessage PLAIN =
      PairMessage.of(new PairId(new UserId("u-1"), new ContactId("c~1")));

  @Test
  void aPlainMessageIsItsTwoIds() {
    assertThat(PairMessageJson.write(PLAIN))
        .isEqualTo(
            """
            {"v":1,"userId":"u-1","contactId":"c~1"}\
            """);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsRead(Check check) {
    PairMessage full = PLAIN.checking(check).forRequest("r").nextAttempt();

    assertThat(PairMessageJson.read(PairMessageJson.write(full))).isEqualTo(full);
    assertThat(PairMessageJson.read(PairMessageJson.write(PLAIN))).isEqualTo(PLAIN);
  }

  @Test
  void anAdminWritesTwoIdsByHand() {
    assertThat(PairMessageJson.read(" {\"contactId\": \"c~1\", \"userId\": \"u-1\"}\n"))
        .isEqualTo(PLAIN);
  }

  @Test
  void whatIsUnknownOrNullIsLeftAlone() {
    assertThat(
            PairMessageJson.read(
                """
                {"userId":"u-1","contactId":"c~1","request":null,"note":{"x":[1]}}\
                """))
        .isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|userId: missing",
        "{'userId':'u'}|contactId: missing",
        "{'userId':'u','contactId':null}|contactId: missing",
        "{'userId':5,'contactId':'c'}|userId: not a text",
        "{'userId':'','contactId':'c'}|userId: not a text",
        "{'userId':'Sample Person','contactId':'c'}|userId: user id breaks the feed's pattern",
        "{'userId':'u','contactId':'/c'}|contactId: contact id breaks the feed's pattern",
        "{'userId':'u','contactId':['c']}|contactId: not a text",
        "{'userId':'u','contactId':'c','attempt':-1}|attempt: not a whole number from 0",
        "{'userId':'u','contactId':'c','attempt':1.5}|attempt: not a whole number from 0",
        "{'userId':'u','contactId':'c','attempt':'1'}|attempt: not a whole number from 0",
        "{'userId':'u','contactId':'c','request':1}|request: not a text",
        "{'userId':'u','contactId':'c','check':'PAIR'}|check: unknown word",
        "{'userId':'u','contactId':'c','v':2}|v: 2 was written by a newer version",
        "{'userId':'u','contactId':'c','v':0}|v: 0",
        "['u','c']|message: not a JSON object",
        "``|message: not a JSON object",
        "Sample Person|message: not JSON",
        "{'userId':'u','contactId':'c'} x|message: not JSON"
      })
  void aBadMessageIsRefusedByFieldAndRuleWithoutItsValue(String message, String why) {
    assertThatThrownBy(() -> PairMessageJson.read(message.replace('\'', '"')))
        .isInstanceOf(BadMessage.class)
        .hasMessageStartingWith(why)
        .hasMessageNotContaining("Sample")
        .hasNoCause();
  }
}
