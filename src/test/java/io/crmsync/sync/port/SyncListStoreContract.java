package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.AWKWARD_IDS;
import static io.crmsync.sync.port.StoreSamples.BERT;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link SyncListStore} must do. */
public abstract class SyncListStoreContract {
  private static final ContactId A = contactId("a");
  private static final ContactId B = contactId("b");

  /** An empty store, the same one throughout a test. */
  protected abstract SyncListStore store();

  @Test
  void aUserIsOnTheListOnceHoweverOftenAdded() {
    store().add(new PairId(ANNA, A));
    store().add(new PairId(ANNA, A));

    assertThat(store().contains(new PairId(ANNA, A))).isTrue();
    assertThat(store().of(A)).containsExactly(ANNA);
    assertThat(store().contains(new PairId(BERT, A))).isFalse();
    assertThat(store().of(B)).isEmpty();
  }

  @Test
  void takingOffSaysWhetherTheUserWasOn() {
    store().add(new PairId(ANNA, A));

    assertThat(store().remove(new PairId(ANNA, A))).isTrue();
    assertThat(store().remove(new PairId(ANNA, A))).isFalse();
    assertThat(store().remove(new PairId(ANNA, B))).isFalse();
    assertThat(store().contains(new PairId(ANNA, A))).isFalse();
  }

  @Test
  void aRangeNamesTheUsersOfEachContact() {
    store().add(new PairId(ANNA, A));
    store().add(new PairId(BERT, A));
    store().add(new PairId(BERT, B));
    store().add(new PairId(BERT, contactId("c")));
    store().remove(new PairId(BERT, contactId("c")));

    assertThat(store().range(Optional.empty(), Optional.empty()))
        .isEqualTo(Map.of(A, Set.of(ANNA, BERT), B, Set.of(BERT)));
    assertThat(store().range(Optional.of(A), Optional.of(B))).containsOnlyKeys(B);
    assertThat(store().range(Optional.of(B), Optional.of(A))).isEmpty();
  }

  @Test
  void ofManyThoseThatAUserListsAreFound() {
    store().add(new PairId(ANNA, A));
    store().add(new PairId(BERT, B));

    assertThat(store().listedBy(ANNA, List.of(A, B))).containsExactly(A);
    assertThat(store().listedBy(ANNA, List.of())).isEmpty();
  }

  @Test
  void everyIdIsKeptAsItIs() {
    List<String> sorted = AWKWARD_IDS.stream().sorted().toList();
    AWKWARD_IDS.forEach(id -> store().add(new PairId(new UserId(id), contactId(id))));

    assertThat(store().range(Optional.empty(), Optional.empty()).keySet())
        .extracting(ContactId::value)
        .containsExactlyElementsOf(sorted);
    assertThat(AWKWARD_IDS)
        .allSatisfy(id -> assertThat(store().of(contactId(id))).containsExactly(new UserId(id)));
  }
}
