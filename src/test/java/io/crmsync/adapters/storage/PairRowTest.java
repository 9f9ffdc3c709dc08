package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.data.tables.models.TableEntity;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.patch.ListAnswers;
import io.crmsync.domain.patch.UnknownWrites;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PairRowTest {
  /** Nothing is known then of which entry of a list is ours but the base. */
  @Test
  void aLinkThatAnEarlierVersionWroteSaysNothingOfOutlooksAnswer() {
    TableEntity row =
        new TableEntity("u1", "c1")
            .addProperty("odata.etag", "e")
            .addProperty("outlookId", "o1")
            .addProperty("origin", "created")
            .addProperty("base", "email:AbC")
            .addProperty("linkedSince", "2026-03-01T01:05:00.000000000Z");
    assertThat(PairRow.read(new StoredRow(row)).value().link().map(Link::answers))
        .contains(ListAnswers.UNKNOWN);
  }

  /** It is taken for the most that it may have done, so that a copy is looked for. */
  @Test
  void aClaimThatAnEarlierVersionWroteMayHaveMadeACopy() {
    TableEntity row =
        new TableEntity("u1", "c1")
            .addProperty("odata.etag", "e")
            .addProperty("claimOwner", "worker")
            .addProperty("claimUntil", "2026-03-01T01:05:00.000000000Z");
    assertThat(PairRow.read(new StoredRow(row)).value().claim())
        .contains(
            new Claim(
                "worker",
                Instant.parse("2026-03-01T01:05:00Z"),
                UnknownWrites.creating(Instant.parse("2026-03-01T01:00:00Z"))));
  }
}
