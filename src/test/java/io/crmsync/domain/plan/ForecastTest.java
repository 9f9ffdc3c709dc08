package io.crmsync.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.plan.Forecast.Question;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.Removal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Forecast of a plan")
class ForecastTest {
  private static final FieldValues DESIRED =
      FieldValues.of(Map.of(Field.LAST_NAME, "Byron", Field.EMAIL, "ada@example.com"));

  @Test
  void aFirstWriteCreatesUnlessTheMailboxHasAMatch() {
    Forecast forecast = Forecast.of(Plan.of(Plan.Action.FIRST_WRITE), DESIRED);
    assertThat(forecast.effect()).isEqualTo(Effect.CREATE);
    assertThat(forecast.fields()).isEqualTo(DESIRED.filled());
    assertThat(forecast.question()).contains(Question.WHICH_COPY);
  }

  @Test
  void aPartOfTheNameBringsTheWholeName() {
    Forecast forecast = Forecast.of(Plan.update(Set.of(Field.LAST_NAME)), DESIRED);
    assertThat(forecast.effect()).isEqualTo(Effect.UPDATE);
    assertThat(forecast.fields()).containsExactlyInAnyOrder(Field.LAST_NAME, Field.FULL_NAME);
    assertThat(forecast.question()).contains(Question.STILL_THERE);
  }

  @Test
  void anyOtherFieldComesAlone() {
    assertThat(Forecast.of(Plan.update(Set.of(Field.EMAIL)), DESIRED).fields())
        .containsExactly(Field.EMAIL);
  }

  @Test
  void aRemovalSaysWhy() {
    Plan plan = Plan.remove(Reason.VIEW_SECURITY, Removal.PERMANENT);
    Forecast forecast = Forecast.of(plan, DESIRED);
    assertThat(forecast.effect()).isEqualTo(Effect.REMOVE);
    assertThat(forecast.isFor(Reason.VIEW_SECURITY)).isTrue();
    assertThat(forecast.question()).contains(Question.ANYTHING_TO_REMOVE);
  }

  /** What is left, too, has a reason; only where nothing is to be said there is none. */
  @ParameterizedTest
  @EnumSource(Plan.Action.class)
  void whatIsNotWrittenIsForAReason(Plan.Action action) {
    Plan plan =
        switch (action) {
          case SKIP -> Plan.skip(Reason.WAITS_FOR_USER);
          case UPDATE -> Plan.update(Set.of(Field.EMAIL));
          case REMOVE -> Plan.remove(Reason.VIEW_SECURITY, Removal.SOFT);
          default -> Plan.of(action);
        };
    Forecast forecast = Forecast.of(plan, DESIRED);
    boolean silent = action == Plan.Action.NOTHING || action == Plan.Action.FORGET;
    assertThat(forecast.isNothing()).isEqualTo(silent);
    assertThat(forecast.why().isPresent())
        .isEqualTo(!silent && action != Plan.Action.FIRST_WRITE && action != Plan.Action.UPDATE);
    assertThat(forecast.fields().isEmpty())
        .isEqualTo(action != Plan.Action.FIRST_WRITE && action != Plan.Action.UPDATE);
    assertThat(forecast.question().isPresent())
        .as("asked of the mailbox are those of which it alone knows the end")
        .isEqualTo(plan.entersMailbox() && action != Plan.Action.REMOVE_FORMER);
  }

  @Test
  void whoWaitsForItsUserMayHaveACopyUnlessItWasLookedFor() {
    assertThat(Forecast.of(Plan.of(Plan.Action.FIND_MARKED), DESIRED))
        .isEqualTo(
            new Forecast(
                Effect.NONE,
                Set.of(),
                Optional.of(Reason.WAITS_FOR_USER),
                Optional.of(Question.MARKED_COPY)));
    assertThat(Forecast.of(Plan.skip(Reason.WAITS_FOR_USER), DESIRED).question()).isEmpty();
  }
}
