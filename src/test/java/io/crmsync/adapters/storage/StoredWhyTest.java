package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.data.tables.models.TableEntity;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of this version and of those before it, which had one text for reason and detail. */
class StoredWhyTest {
  @ParameterizedTest
  @EnumSource
  void aReasonIsReadAsItWasWritten(Reason reason) {
    for (String detail : new String[] {"", "ErrorX", "one mailbox: half"}) {
      Optional<Why> why = Optional.of(new Why(reason, detail));
      NewRow row = StoredWhy.write(new NewRow("u1", "c1"), "reason", why);
      assertThat(StoredWhy.read(stored(row.entity()), "reason")).isEqualTo(why);
    }
  }

  @Test
  void noReasonIsReadAsNone() {
    assertThat(StoredWhy.read(row(""), "reason")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ErrorInvalidProperty", "http400", "birthDateUnreadable", "laterVersionsReason"})
  void aCodeThatIsNotOursWasTheServices(String code) {
    assertThat(StoredWhy.read(row(code), "reason")).contains(Why.refused(code));
  }

  @Test
  void theWordsOfAHeldRemovalStoodBehindItsCode() {
    assertThat(StoredWhy.read(row("removalHeld: more removals: many"), "reason"))
        .contains(new Why(Reason.REMOVAL_HELD, "more removals: many"));
  }

  /** It stood in for a claim that ran out and for a copy that vanished. */
  @Test
  void thatALookFailedBecauseTheMailboxChangedWasNeverTrue() {
    assertThat(StoredWhy.ofAttempt(row("mailboxChanged"), Optional.of(Outcome.FAILED)))
        .contains(Why.of(Reason.POISONED));
    assertThat(StoredWhy.ofAttempt(row("deceased"), Optional.of(Outcome.FAILED)))
        .contains(Why.of(Reason.DECEASED));
  }

  private static StoredRow row(String reason) {
    return stored(new TableEntity("u1", "c1").addProperty("reason", reason));
  }

  private static StoredRow stored(TableEntity entity) {
    return new StoredRow(entity.addProperty("odata.etag", "e"));
  }
}
