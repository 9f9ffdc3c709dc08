package io.crmsync.domain.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.patch.UnknownWrites;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T01:00:00Z");
  private static final Instant ENDED = BEGAN.plus(Duration.ofMinutes(5));
  private static final Claim CREATING = Claim.lost(ENDED, UnknownWrites.creating(BEGAN));

  @Test
  void theRecheckIsDueWhenWhatWasCreatedMustHaveShown() {
    Instant due = ENDED.plus(Duration.ofMinutes(9));
    assertThat(CREATING.recheckDue(due.minusMillis(1))).isFalse();
    assertThat(CREATING.recheckDue(due)).isTrue();
    assertThat(new Claim("w", ENDED).recheckDue(due)).as("nothing was created").isFalse();
  }

  @Test
  void whatWasThereBeforeOrCameLongAfterIsTheUsersWithinTheDifferenceOfClocks() {
    Instant earliest = BEGAN.minus(Duration.ofMinutes(5));
    Instant latest = ENDED.plus(Duration.ofMinutes(14));
    assertThat(CREATING.mayHaveMade(made(earliest))).isTrue();
    assertThat(CREATING.mayHaveMade(made(earliest.minusMillis(1)))).isFalse();
    assertThat(CREATING.mayHaveMade(made(latest))).isTrue();
    assertThat(CREATING.mayHaveMade(made(latest.plusMillis(1)))).isFalse();
    assertThat(new Claim("w", ENDED).mayHaveMade(made(BEGAN))).isFalse();
  }

  private static FolderEntry made(Instant at) {
    return new FolderEntry(
        new OutlookId("o1"), new FolderId("f1"), Optional.of("c1"), at, List.of());
  }
}
