package io.crmsync.domain.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.snapshot.StoredContact.News;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredContactTest {
  private static final UserId USER = new UserId("u1");

  private static StoredContact row(Map<UserId, Reason> leaving, boolean pending) {
    return new StoredContact(
        new ContactId("c1"),
        ContactState.ACTIVE,
        FieldValues.none(),
        Access.NONE,
        "hash",
        Set.of(USER),
        Set.of(),
        leaving,
        Instant.EPOCH,
        pending ? News.AUDIENCE : News.NONE);
  }

  @Test
  void fannedOutNobodyIsLeavingAndNothingIsPending() {
    assertThat(row(Map.of(USER, Reason.NOT_COVERED), true).fannedOut())
        .isEqualTo(row(Map.of(), false));
  }

  @Test
  void anOpenRemovalKeepsItsAgeThroughTheRuns() {
    OpenRemoval open =
        new OpenRemoval(
            new PairId(USER, new ContactId("c1")),
            Reason.DELETED,
            OpenRemoval.State.OPEN,
            Instant.EPOCH,
            "");
    assertThat(open.in(OpenRemoval.State.HELD, "run1"))
        .isEqualTo(
            new OpenRemoval(
                new PairId(USER, new ContactId("c1")),
                Reason.DELETED,
                OpenRemoval.State.HELD,
                Instant.EPOCH,
                "run1"));
  }
}
