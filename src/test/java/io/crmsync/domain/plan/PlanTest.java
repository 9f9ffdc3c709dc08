package io.crmsync.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.patch.UnknownWrites;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What may come of a plan before it is carried out")
class PlanTest {
  private static final FieldHasher HASHER =
      new FieldHasher(new PairId(new UserId("u1"), new ContactId("c1")));
  private static final Instant BEGAN = Instant.parse("2026-03-01T00:00:00Z");

  @ParameterizedTest
  @EnumSource(Plan.Action.class)
  void onlyWhatMayMakeACopySaysSo(Plan.Action action) {
    Plan plan = new Plan(action, Optional.empty(), Set.of(Field.TITLE), Optional.empty());
    UnknownWrites planned = plan.mayCome(FieldValues.of(Map.of(Field.TITLE, "Dr.")), HASHER, BEGAN);
    boolean makes =
        Set.of(Plan.Action.FIRST_WRITE, Plan.Action.UPDATE, Plan.Action.ENSURE_PRESENT)
            .contains(action);
    assertThat(planned.creatingSince()).isEqualTo(Optional.of(BEGAN).filter(at -> makes));
  }
}
