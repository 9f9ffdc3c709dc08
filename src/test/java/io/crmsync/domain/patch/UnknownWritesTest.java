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

class UnknownWritesTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T01:00:00Z");

  @Test
  void theLatestComesFirstAndTheEarliestBeginningCounts() {
    UnknownWrites earlier = UnknownWrites.creating(BEGAN).and(sent("one"));
    UnknownWrites later = UnknownWrites.creating(BEGAN.plusSeconds(400)).and(sent("two"));
    UnknownWrites both = earlier.and(later);
    assertThat(both.of(Field.POSITION)).containsExactly(hash("two"), hash("one"));
    assertThat(both.creatingSince()).contains(BEGAN);
    assertThat(both.and(sent("one")).of(Field.POSITION)).containsExactly(hash("one"), hash("two"));
    assertThat(both.withoutCreate().creatingSince()).isEmpty();
    assertThat(both.onlyCreate()).isEqualTo(UnknownWrites.creating(BEGAN));
  }

  @Test
  void aPairThatFailsForYearsKeepsARowOfOrdinarySize() {
    UnknownWrites all =
        IntStream.range(0, 1_000)
            .mapToObj(i -> sent("v" + i))
            .reduce(UnknownWrites.NOTHING, UnknownWrites::and);
    assertThat(all.of(Field.POSITION)).hasSize(8).startsWith(hash("v999"), hash("v998"));
  }

  @Test
  void aFieldThatIsClearedWasSentToo() {
    UnknownWrites planned =
        UnknownWrites.changing(
            Set.of(Field.TITLE), Sample.with(Sample.everyField(), Field.TITLE, ""), Sample.HASHER);
    assertThat(planned.written()).isEqualTo(Map.of(Field.TITLE, List.of(FieldHash.EMPTY)));
  }

  private static UnknownWrites sent(String position) {
    return UnknownWrites.writing(new Base(Map.of(Field.POSITION, hash(position))));
  }

  private static FieldHash hash(String position) {
    return Sample.HASHER.hash(Field.POSITION, position);
  }
}
