package io.crmsync.domain.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.contact.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnansweredTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T01:00:00Z");

  @Test
  void theLatestComesFirstAndTheEarliestBeginningCounts() {
    Unanswered earlier = Unanswered.creating(BEGAN).and(sent("one"));
    Unanswered later = Unanswered.creating(BEGAN.plusSeconds(400)).and(sent("two"));
    Unanswered both = earlier.and(later);
    assertThat(both.of(Field.POSITION)).containsExactly(hash("two"), hash("one"));
    assertThat(both.creatingSince()).contains(BEGAN);
    assertThat(both.and(sent("one")).of(Field.POSITION)).containsExactly(hash("one"), hash("two"));
    assertThat(both.withoutCreate().creatingSince()).isEmpty();
    assertThat(both.onlyCreate()).isEqualTo(Unanswered.creating(BEGAN));
  }

  @Test
  void aPairThatFailsForYearsKeepsARowOfOrdinarySize() {
    Unanswered all =
        IntStream.range(0, 1_000)
            .mapToObj(i -> sent("v" + i))
            .reduce(Unanswered.NOTHING, Unanswered::and);
    assertThat(all.of(Field.POSITION)).hasSize(8).startsWith(hash("v999"), hash("v998"));
  }

  @Test
  void aFieldThatIsClearedWasSentToo() {
    Unanswered planned =
        Unanswered.changing(
            Set.of(Field.TITLE), Sample.with(Sample.everyField(), Field.TITLE, ""), Sample.HASHER);
    assertThat(planned.written()).isEqualTo(Map.of(Field.TITLE, List.of(FieldHash.EMPTY)));
  }

  private static Unanswered sent(String position) {
    return Unanswered.writing(new Base(Map.of(Field.POSITION, hash(position))));
  }

  private static FieldHash hash(String position) {
    return Sample.HASHER.hash(Field.POSITION, position);
  }
}
