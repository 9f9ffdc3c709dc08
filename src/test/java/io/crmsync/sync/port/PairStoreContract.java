package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.AWKWARD_IDS;
import static io.crmsync.sync.port.StoreSamples.BERT;
import static io.crmsync.sync.port.StoreSamples.NOW;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static io.crmsync.sync.port.StoreSamples.linkedPair;
import static io.crmsync.sync.port.StoreSamples.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.patch.UnknownWrites;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Removal;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.PairStore.Wish;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link PairStore} must do. */
public abstract class PairStoreContract {
  private static final ContactId A = contactId("a");
  private static final ContactId B = contactId("b");
  private static final OutlookId OUTLOOK = new OutlookId("AAMkAD/+=#?");

  /** An empty store, the same one throughout a test. */
  protected abstract PairStore store();

  @Test
  void aPairThatWasNeverWrittenIsUnknown() {
    assertThat(store().find(new PairId(ANNA, A)))
        .isEqualTo(Versioned.fresh(Pair.unknown(new PairId(ANNA, A))));
  }

  @Test
  void everyPartOfAPairIsKept() {
    Pair full =
        linkedPair(ANNA, A, NOW)
            .wanting("wanted")
            .claimedBy(new Claim("owner", NOW.plusSeconds(300)))
            .removing(Removal.PERMANENT)
            .askedFor();
    store().write(Versioned.fresh(full));

    assertThat(found(ANNA, A)).isEqualTo(full);
  }

  @Test
  void whatAClaimLeftUnansweredIsKept() {
    Map<Field, List<FieldHash>> written =
        Map.of(
            Field.EMAIL, List.of(new FieldHash("abc-_"), new FieldHash("def")),
            Field.TITLE, List.of(FieldHash.EMPTY),
            Field.POSITION, List.of(FieldHash.EMPTY, new FieldHash("ghi")));
    UnknownWrites whole = new UnknownWrites(Optional.of(NOW.plusNanos(1)), written);
    for (UnknownWrites each : List.of(whole, whole.onlyCreate(), whole.withoutCreate())) {
      Pair pair = linkedPair(ANNA, A, NOW).claimedBy(Claim.lost(NOW, each));
      store().write(store().find(new PairId(ANNA, A)).with(pair));
      assertThat(found(ANNA, A)).isEqualTo(pair);
    }
  }

  @Test
  void whatWasLastWrittenIsKept() {
    Pair pair = linkedPair(ANNA, A, NOW);
    Link wrote = pair.link().orElseThrow().wrote(Set.of(Field.EMAIL), NOW.plusSeconds(5));
    Link nothing = pair.link().orElseThrow().wrote(Set.of(), NOW);
    store().write(Versioned.fresh(pair.linkedTo(wrote)));
    store().write(Versioned.fresh(linkedPair(ANNA, B, NOW).linkedTo(nothing)));

    assertThat(found(ANNA, A).link()).contains(wrote);
    assertThat(found(ANNA, B).link()).contains(nothing);
  }

  @Test
  void aListedPairIsThereAndNotOpen() {
    store().want(List.of(Wish.listing(new PairId(ANNA, A))));

    assertThat(store().ofUser(ANNA, Optional.empty(), 10))
        .containsExactly(Pair.unknown(new PairId(ANNA, A)));
    assertThat(store().open(ANNA)).isEmpty();
  }

  @Test
  void listingAPairLeavesWhatItsRowHolds() {
    Pair linked = linkedPair(ANNA, A, NOW).wanting("w").askedFor();
    store().write(Versioned.fresh(linked));
    store().want(List.of(Wish.listing(new PairId(ANNA, A))));

    assertThat(found(ANNA, A)).isEqualTo(linked);
  }

  @Test
  void askingForAPairLeavesWhatElseItsRowHolds() {
    Pair linked = linkedPair(ANNA, A, NOW);
    store().write(Versioned.fresh(linked));
    store().want(List.of(Wish.asking(new PairId(ANNA, A)), Wish.asking(new PairId(ANNA, B))));

    assertThat(found(ANNA, A)).isEqualTo(linked.askedFor());
    assertThat(found(ANNA, B)).isEqualTo(Pair.unknown(new PairId(ANNA, B)).askedFor());
  }

  @Test
  void everyReasonIsKeptWithItsDetail() {
    for (Reason reason : Reason.values()) {
      for (String detail : List.of("", "ErrorInvalidProperty")) {
        Optional<Why> why = Optional.of(new Why(reason, detail));
        Pair pair = store().find(new PairId(ANNA, A)).value().finished("h", Outcome.SKIPPED, why);
        store().write(store().find(new PairId(ANNA, A)).with(pair));
        assertThat(found(ANNA, A)).isEqualTo(pair);
      }
    }
  }

  @Test
  void everyOutcomeIsKept() {
    for (Outcome outcome : Outcome.values()) {
      Pair pair =
          store().find(new PairId(ANNA, A)).value().finished("h", outcome, Optional.empty());
      store().write(store().find(new PairId(ANNA, A)).with(pair));
      assertThat(found(ANNA, A)).isEqualTo(pair);
    }
  }

  @Test
  void whatAWriteLeavesOutIsGone() {
    Version first =
        store()
            .write(
                Versioned.fresh(
                    linkedPair(ANNA, A, NOW).claimedBy(new Claim("o", NOW)).askedFor()));
    store().write(new Versioned<>(Pair.unknown(new PairId(ANNA, A)), first));

    assertThat(found(ANNA, A)).isEqualTo(Pair.unknown(new PairId(ANNA, A)));
  }

  @Test
  void theVersionOfAWriteIsTheOneThatIsReadAfterwards() {
    Version first = store().write(Versioned.fresh(Pair.unknown(new PairId(ANNA, A))));
    assertThat(store().find(new PairId(ANNA, A)).version()).isEqualTo(first);

    Version second = store().write(new Versioned<>(linkedPair(ANNA, A, NOW), first));
    assertThat(store().find(new PairId(ANNA, A)).version()).isEqualTo(second).isNotEqualTo(first);
  }

  @Test
  void aWriteOnAnOldVersionIsStale() {
    Version first = store().write(Versioned.fresh(Pair.unknown(new PairId(ANNA, A))));
    store().write(new Versioned<>(Pair.unknown(new PairId(ANNA, A)).askedFor(), first));

    assertThatThrownBy(
            () -> store().write(new Versioned<>(Pair.unknown(new PairId(ANNA, A)), first)))
        .isInstanceOf(StaleWrite.class)
        .hasMessageContaining("anna");
    assertThatThrownBy(() -> store().write(Versioned.fresh(Pair.unknown(new PairId(ANNA, A)))))
        .isInstanceOf(StaleWrite.class);
    assertThat(found(ANNA, A).asked()).isTrue();
  }

  @Test
  void aWriteOverAPairThatWasDeletedIsStale() {
    Version first = store().write(Versioned.fresh(Pair.unknown(new PairId(ANNA, A))));
    store().delete(new Versioned<>(Pair.unknown(new PairId(ANNA, A)), first));

    assertThatThrownBy(
            () -> store().write(new Versioned<>(Pair.unknown(new PairId(ANNA, A)), first)))
        .isInstanceOf(StaleWrite.class);
  }

  @Test
  void aDeletionOnAnOldVersionIsStale() {
    Version first = store().write(Versioned.fresh(Pair.unknown(new PairId(ANNA, A))));
    Version second =
        store().write(new Versioned<>(Pair.unknown(new PairId(ANNA, A)).askedFor(), first));

    assertThatThrownBy(
            () -> store().delete(new Versioned<>(Pair.unknown(new PairId(ANNA, A)), first)))
        .isInstanceOf(StaleWrite.class);
    assertThatThrownBy(() -> store().delete(Versioned.fresh(Pair.unknown(new PairId(ANNA, A)))))
        .isInstanceOf(StaleWrite.class);
    store().delete(new Versioned<>(Pair.unknown(new PairId(ANNA, A)), second));
    store().delete(new Versioned<>(Pair.unknown(new PairId(ANNA, A)), second));
    store().delete(Versioned.fresh(Pair.unknown(new PairId(ANNA, A))));
    assertThat(store().find(new PairId(ANNA, A)).version().absent()).isTrue();
  }

  @Test
  void aWishMakesThePairWhereItIsAbsent() {
    store().want(List.of(Wish.wanting(new PairId(ANNA, A), "h1")));

    assertThat(found(ANNA, A)).isEqualTo(Pair.unknown(new PairId(ANNA, A)).wanting("h1"));
  }

  @Test
  void aWishChangesNothingElse() {
    Pair linked =
        linkedPair(ANNA, A, NOW).finished("h1", Outcome.CREATED, Optional.empty()).askedFor();
    store().write(Versioned.fresh(linked));
    store().want(List.of(Wish.wanting(new PairId(ANNA, A), "h2")));

    assertThat(found(ANNA, A)).isEqualTo(linked.wanting("h2"));
  }

  @Test
  void aWriteThatWasPlannedBeforeAWishIsStale() {
    Version first = store().write(Versioned.fresh(Pair.unknown(new PairId(ANNA, A))));
    store().want(List.of(Wish.wanting(new PairId(ANNA, A), "h2")));

    assertThatThrownBy(
            () -> store().write(new Versioned<>(Pair.unknown(new PairId(ANNA, A)), first)))
        .isInstanceOf(StaleWrite.class);
  }

  @Test
  void ofTwoWishesForOnePairTheLastCounts() {
    store()
        .want(
            List.of(
                Wish.wanting(new PairId(ANNA, A), "h1"),
                Wish.wanting(new PairId(ANNA, B), "h1"),
                Wish.wanting(new PairId(ANNA, A), "h2")));

    assertThat(found(ANNA, A).wanted()).isEqualTo("h2");
  }

  @Test
  void manyWishesOfManyUsersAreAllKept() {
    List<Wish> wishes =
        IntStream.range(0, 150)
            .boxed()
            .flatMap(
                i ->
                    Stream.of(
                        Wish.wanting(new PairId(ANNA, numbered(i)), "h"),
                        Wish.wanting(new PairId(new UserId("u" + i), numbered(i)), "h")))
            .toList();
    store().want(wishes);
    store().want(List.of());

    assertThat(wishes)
        .allSatisfy(wish -> assertThat(found(wish.user(), wish.contact()).wanted()).isEqualTo("h"));
    assertThat(store().open(ANNA)).hasSize(150);
  }

  @Test
  void aUsersPairsComeInOrderOfContactIds() {
    AWKWARD_IDS.forEach(
        id ->
            store()
                .write(Versioned.fresh(Pair.unknown(new PairId(ANNA, contactId(id))).askedFor())));
    store().write(Versioned.fresh(Pair.unknown(new PairId(BERT, A))));
    List<String> sorted = AWKWARD_IDS.stream().sorted().toList();

    assertThat(ids(store().ofUser(ANNA, Optional.empty(), 1000))).isEqualTo(sorted);
    assertThat(ids(store().ofUser(ANNA, Optional.of(contactId(sorted.get(3))), 5)))
        .isEqualTo(sorted.subList(4, 9));
    assertThat(ids(store().ofUser(new UserId("nobody"), Optional.empty(), 5))).isEmpty();
  }

  @Test
  void aRangeOfAUsersPairsHasItsUpperEndAndNotItsLower() {
    store()
        .want(
            IntStream.range(0, 1_205)
                .mapToObj(i -> Wish.wanting(new PairId(ANNA, numbered(i)), "h"))
                .toList());
    store().want(List.of(Wish.wanting(new PairId(BERT, numbered(7)), "h")));

    assertThat(
            store().range(ANNA, Optional.of(numbered(5)), Optional.of(numbered(8))).stream()
                .map(Pair::contact))
        .containsExactly(numbered(6), numbered(7), numbered(8));
    assertThat(store().range(ANNA, Optional.empty(), Optional.empty())).hasSize(1_205);
    assertThat(store().range(BERT, Optional.of(numbered(7)), Optional.empty())).isEmpty();
  }

  @Test
  void aUsersPageHasAtMostAThousand() {
    store()
        .want(
            IntStream.range(0, 1_205)
                .mapToObj(i -> Wish.wanting(new PairId(ANNA, numbered(i)), "h"))
                .toList());

    assertThat(store().ofUser(ANNA, Optional.empty(), 1000)).hasSize(1000);
    assertThat(store().ofUser(ANNA, Optional.of(numbered(999)), 1000)).hasSize(205);
    assertThat(store().open(ANNA)).hasSize(1_205).isSorted();
  }

  @Test
  void openAreThosePairsWhoseWishIsNotDone() {
    store()
        .want(
            List.of(
                Wish.wanting(new PairId(ANNA, A), "h1"),
                Wish.wanting(new PairId(ANNA, B), "h1"),
                Wish.wanting(new PairId(BERT, B), "h1")));
    Versioned<Pair> done = store().find(new PairId(ANNA, A));
    store().write(done.with(done.value().finished("h1", Outcome.UNCHANGED, Optional.empty())));

    assertThat(store().open(ANNA)).containsExactly(B);
  }

  @Test
  void aPairWhoseWishIsRepeatedAfterItWasDoneIsNotOpen() {
    store()
        .write(
            Versioned.fresh(
                Pair.unknown(new PairId(ANNA, A))
                    .finished("h1", Outcome.CREATED, Optional.empty())));
    store().want(List.of(Wish.wanting(new PairId(ANNA, A), "h1")));
    assertThat(store().open(ANNA)).isEmpty();

    store().want(List.of(Wish.wanting(new PairId(ANNA, A), "h2")));
    assertThat(store().open(ANNA)).containsExactly(A);
  }

  @Test
  void linkedPairsAreCountedByTheTimeOfTheirLink() {
    store().write(Versioned.fresh(linkedPair(ANNA, A, NOW.minusNanos(1))));
    store().write(Versioned.fresh(linkedPair(ANNA, B, NOW)));
    store().write(Versioned.fresh(linkedPair(BERT, A, NOW.minusSeconds(1))));
    store().write(Versioned.fresh(Pair.unknown(new PairId(BERT, B)).askedFor()));

    assertThat(store().linkedBefore(NOW)).isEqualTo(2);
    assertThat(store().linkedBefore(NOW.plusNanos(1))).isEqualTo(3);
    assertThat(store().linkedBefore(ANNA, NOW)).isEqualTo(1);
    assertThat(store().linkedBefore(ANNA, NOW.minusNanos(1))).isZero();
  }

  @Test
  void aPairWhoseCopyIsInAFormerMailboxIsNotCounted() {
    Version first = store().write(Versioned.fresh(linkedPair(ANNA, A, NOW)));
    store().write(new Versioned<>(linkedPair(ANNA, A, NOW).inMailbox(99), first));

    assertThat(store().linkedBefore(NOW.plusSeconds(1))).isZero();
  }

  @Test
  void anOutlookContactIsReservedForOneContact() {
    assertThat(store().reserveAdoption(ANNA, OUTLOOK, A)).isTrue();
    assertThat(store().reserveAdoption(ANNA, OUTLOOK, A)).isTrue();
    assertThat(store().reserveAdoption(ANNA, OUTLOOK, B)).isFalse();
    assertThat(store().reserveAdoption(BERT, OUTLOOK, B)).isTrue();
  }

  @Test
  void aReservationThatWasGivenBackIsFree() {
    store().reserveAdoption(ANNA, OUTLOOK, A);
    store().releaseAdoption(ANNA, OUTLOOK);
    store().releaseAdoption(ANNA, OUTLOOK);

    assertThat(store().reserveAdoption(ANNA, OUTLOOK, B)).isTrue();
  }

  @Test
  void reservationsAreNoPairs() {
    store().reserveAdoption(ANNA, OUTLOOK, A);

    assertThat(store().ofUser(ANNA, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void ofTwoWritersAtOnceOneWins() throws Exception {
    Versioned<Pair> read = store().find(new PairId(ANNA, A));
    Callable<Boolean> writer = () -> Race.wins(() -> store().write(read));

    assertThat(Race.of(List.of(writer, writer))).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void ofTwoReservationsAtOnceOneWins() throws Exception {
    assertThat(
            Race.of(
                List.<Callable<Boolean>>of(
                    () -> store().reserveAdoption(ANNA, OUTLOOK, A),
                    () -> store().reserveAdoption(ANNA, OUTLOOK, B))))
        .containsExactlyInAnyOrder(true, false);
  }

  private Pair found(UserId user, ContactId contact) {
    return store().find(new PairId(user, contact)).value();
  }

  @Test
  void ofSomePairsTheUnfinishedOnesAreTold() {
    Pair asked = linkedPair(ANNA, numbered(2), NOW).askedFor();
    Pair removing = linkedPair(ANNA, numbered(3), NOW).removing(Removal.SOFT);
    Pair claimed =
        linkedPair(ANNA, numbered(4), NOW).claimedBy(new Claim("owner", NOW.plusSeconds(300)));
    Pair closed = linkedPair(ANNA, numbered(5), NOW);
    Stream.of(asked, removing, claimed, closed)
        .forEach(pair -> store().write(Versioned.fresh(pair)));
    store()
        .want(
            List.of(
                Wish.wanting(new PairId(ANNA, numbered(1)), "hash"),
                Wish.wanting(new PairId(ANNA, numbered(9)), "hash"),
                Wish.wanting(new PairId(BERT, A), "hash")));

    assertThat(
            store()
                .unfinished(
                    Map.of(
                        ANNA,
                        contacts(numbered(1), numbered(2), numbered(3), numbered(4), numbered(5)),
                        BERT,
                        contacts(A),
                        new UserId("cleo"),
                        contacts(A, B))))
        .extracting(pair -> pair.user() + " " + pair.contact())
        .containsExactlyInAnyOrder(
            ANNA + " " + numbered(1),
            ANNA + " " + numbered(2),
            ANNA + " " + numbered(3),
            ANNA + " " + numbered(4),
            BERT + " " + A);
    assertThat(store().unfinished(Map.of())).isEmpty();
  }

  private static NavigableSet<ContactId> contacts(ContactId... ids) {
    return new TreeSet<>(List.of(ids));
  }

  private static List<String> ids(List<Pair> pairs) {
    return pairs.stream().map(pair -> pair.contact().value()).toList();
  }
}
