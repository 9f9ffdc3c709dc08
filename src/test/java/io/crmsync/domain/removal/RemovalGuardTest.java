package io.crmsync.domain.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.RemovalGuard.Census;
import io.crmsync.domain.removal.RemovalGuard.MailboxLoss;
import io.crmsync.domain.removal.RemovalGuard.RunComparison;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("R18: the guard")
class RemovalGuardTest {
  private static final RemovalGuard GUARD = new RemovalGuard(500, 20);
  private static final UserId ANNA = new UserId("anna");
  private static final Census LAST = new Census(100, 80, 11, 7);

  @ParameterizedTest
  @CsvSource({
    "0, 0, ",
    "49, 49, ",
    "10, 49, ",
    "10, 50, ",
    "11, 50, OVER_PERCENT",
    "50, 50, OVER_PERCENT",
    "500, 2500, ",
    "500, 2499, OVER_PERCENT",
    "500, 100000, ",
    "501, 100000, OVER_LIMIT",
    "501, 10, OVER_LIMIT"
  })
  void removalsBeyondEitherLimitWait(long removals, long linked, String expected) {
    assertThat(GUARD.tooMany(removals, linked).map(hold -> hold.test().name()).orElse(""))
        .isEqualTo(Optional.ofNullable(expected).orElse(""));
  }

  @Test
  void aLimitOfNothingHoldsEveryRemoval() {
    assertThat(new RemovalGuard(0, 20).tooMany(1, 1)).contains(Hold.of(Hold.Test.OVER_LIMIT, 1, 0));
    assertThat(new RemovalGuard(500, 0).tooMany(1, 1))
        .contains(Hold.of(Hold.Test.OVER_PERCENT, 1, 0));
    assertThat(new RemovalGuard(0, 0).tooMany(0, 100)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 80, 11, 7, ",
    "1, 40, 6, 4, ",
    "100, 39, 11, 7, FEWER_CONTACTS",
    "100, 80, 5, 7, FEWER_USERS",
    "100, 80, 11, 3, FEWER_GROUPS",
    "0, 0, 11, 7, NO_CONTACTS"
  })
  void whoSeesLessThanHalfIsNotBelieved(
      long contacts, long active, long users, long groups, String expected) {
    Census now = new Census(contacts, active, users, groups);
    assertThat(
            GUARD
                .distrusts(new RunComparison(now, Optional.of(LAST)))
                .map(hold -> hold.test().name())
                .orElse(""))
        .isEqualTo(Optional.ofNullable(expected).orElse(""));
  }

  @Test
  void aFirstRunIsBelievedIfItSeesAContact() {
    assertThat(GUARD.distrusts(new RunComparison(new Census(1, 0, 0, 0), Optional.empty())))
        .isEmpty();
    assertThat(GUARD.distrusts(new RunComparison(new Census(0, 0, 9, 9), Optional.empty())))
        .contains(Hold.of(Hold.Test.NO_CONTACTS, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "true, 10, 20, false",
    "true, 11, 20, true",
    "true, 19, 19, false",
    "true, 20, 20, true",
    "false, 20, 20, false"
  })
  void noActiveUserLosesMoreThanHalfUnasked(
      boolean active, long removals, long linked, boolean held) {
    assertThat(GUARD.halves(new MailboxLoss(ANNA, active, removals, linked)).isPresent())
        .isEqualTo(held);
  }

  @Test
  void exactlyHalfIsBelieved() {
    Census last = new Census(100, 80, 10, 6);
    Census half = new Census(50, 40, 5, 3);
    assertThat(GUARD.distrusts(new RunComparison(half, Optional.of(last)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Hold.Test.class)
  void anAdminIsToldWhichTestSaidNoAndWhatItCounted(Hold.Test test) {
    String words = new Hold(test, 12, 40, Optional.of(ANNA)).words();
    assertThat(words).isNotBlank().doesNotContain("%");
    if (test == Hold.Test.MAILBOX_HALVED) {
      assertThat(words).endsWith(": 12 of 40, user anna");
    } else if (test != Hold.Test.NO_CONTACTS) {
      assertThat(words).contains(": 12");
    }
  }
}
