package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.ANNA;
import static io.crmsync.sync.port.StoreSamples.AWKWARD_IDS;
import static io.crmsync.sync.port.StoreSamples.BERT;
import static io.crmsync.sync.port.StoreSamples.NOW;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static io.crmsync.sync.port.StoreSamples.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.base.Digest;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link RequestStore} must do. */
public abstract class RequestStoreContract {
  @Test
  void whatIsKeptOpenIsToldUntilItIsClosed() {
    List<OpenRequest> parts =
        OpenRequest.ofPairs(
            request(ID), ANNA, IntStream.range(0, 2_500).mapToObj(StoreSamples::numbered).toList());
    OpenRequest notice = OpenRequest.notice(request("odd/id #1 ?"));
    store().keepOpen(parts);
    store().keepOpen(List.of(notice));
    store().keepOpen(List.of(notice));

    assertThat(parts).hasSize(3);
    assertThat(store().open())
        .containsExactlyInAnyOrder(parts.get(0), parts.get(1), parts.get(2), notice);
    store().close(parts.get(1));
    store().close(parts.get(1));
    assertThat(store().open()).containsExactlyInAnyOrder(parts.get(0), parts.get(2), notice);
    assertThat(store().find("!open")).isEmpty();
  }

  @Test
  void thePairsThatARequestWaitsForAreTold() {
    store().expect(ID, contactId("b"), Set.of(ANNA));
    store().expect(ID, contactId("a"), Set.of(ANNA));
    store().expect(ID, contactId("a"), Set.of(BERT));

    assertThat(store().expectedPairs(ID))
        .containsExactly(
            Map.entry(contactId("a"), Set.of(ANNA, BERT)), Map.entry(contactId("b"), Set.of(ANNA)));
    assertThat(store().expectedPairs("other")).isEmpty();
  }

  private static final String ID = "0b8f2c9e-6a53-4e0e-9d5f-000000000001";

  /** An empty store, the same one throughout a test. */
  protected abstract RequestStore store();

  @Test
  void everyKindOfRequestIsKept() {
    for (SyncRequest.Kind kind : SyncRequest.Kind.values()) {
      SyncRequest full =
          new SyncRequest(
              ID,
              kind,
              "app:0b8f",
              Optional.of(ANNA),
              Optional.of(contactId("a")),
              3,
              2,
              NOW,
              "crmUnavailable");
      store().put(full);
      assertThat(store().find(ID)).contains(full);
    }
  }

  @Test
  void aRequestIsReplacedWhole() {
    store()
        .put(
            new SyncRequest(
                ID,
                SyncRequest.Kind.STOP,
                "user:anna",
                Optional.of(ANNA),
                Optional.of(contactId("a")),
                1,
                NOW,
                "x"));
    SyncRequest second = request(ID);
    store().put(second);

    assertThat(store().find(ID)).contains(second);
  }

  @Test
  void anyTextMayBeAskedForAsARequest() {
    store().put(request(ID));
    store().record(ID, result("anna", "a", Outcome.CREATED));

    assertThat(List.of("", "a/b\\c#d?e'f\n漢", "x".repeat(5_000), "request", "pair!anna!a"))
        .allSatisfy(
            id -> {
              assertThat(store().find(id)).isEmpty();
              assertThat(store().results(id)).isEmpty();
            });
  }

  @Test
  void aRequestOfAnyIdIsKept() {
    SyncRequest odd = request("odd/id #1 ?");
    store().put(odd);
    store().record(odd.requestId(), result("anna", "a", Outcome.CREATED));

    assertThat(store().find(odd.requestId())).contains(odd);
    assertThat(store().results(odd.requestId())).hasSize(1);
  }

  @Test
  void aPairsLaterResultReplacesTheEarlier() {
    store().record(ID, result("anna", "a", Outcome.FAILED));
    store().record(ID, result("anna", "a", Outcome.CREATED));

    assertThat(store().results(ID)).containsExactly(result("anna", "a", Outcome.CREATED));
  }

  @Test
  void aResultThatOnlyFillsAGapReplacesNothing() {
    store().recordIfNone(ID, result("anna", "a", Outcome.CREATED));
    store().recordIfNone(ID, result("anna", "a", Outcome.UNCHANGED));

    assertThat(store().results(ID)).containsExactly(result("anna", "a", Outcome.CREATED));
  }

  @Test
  void resultsComeInOrderOfUserAndContact() {
    List<PairResult> sorted =
        AWKWARD_IDS.stream()
            .sorted()
            .flatMap(
                user ->
                    Stream.of("a", "ab", "a~")
                        .map(contact -> result(user, contact, Outcome.UPDATED)))
            .toList();
    sorted.stream()
        .sorted((left, right) -> right.user().compareTo(left.user()))
        .forEach(result -> store().record(ID, result));
    store().record("another", result("anna", "a", Outcome.FAILED));

    assertThat(store().results(ID)).isEqualTo(sorted);
  }

  @Test
  void aThousandResultsAndMoreAreKept() {
    IntStream.range(0, 1_001)
        .forEach(i -> store().record(ID, result("anna", numbered(i).value(), Outcome.CREATED)));

    assertThat(store().results(ID)).hasSize(1_001);
    assertThat(store().find(ID)).isEmpty();
  }

  @Test
  void pairsThatAreWaitedForAreCountedOnce() {
    store().expect(ID, contactId("a"), Set.of(ANNA));
    store().expect(ID, contactId("a"), Set.of(ANNA, BERT));
    store().expect(ID, contactId("a~"), Set.of(ANNA));
    store().expect(ID, contactId("b"), Set.of());
    store().expect("another", contactId("a"), Set.of(ANNA));

    assertThat(store().expected(ID)).isEqualTo(3);
    assertThat(store().expected("none")).isZero();
    assertThat(store().results(ID)).isEmpty();
    assertThat(store().find(ID)).isEmpty();
  }

  @Test
  void everyPartOfANoticeIsKept() {
    ChangeNotice first = ChangeNotice.of(ID, contacts(AWKWARD_IDS.stream()));
    Version version = store().writeNotice(Versioned.fresh(first));
    assertThat(store().notice(ID)).contains(new Versioned<>(first, version));

    for (ChangeNotice.Phase phase : ChangeNotice.Phase.values()) {
      ChangeNotice full =
          new ChangeNotice(
              ID,
              contacts(AWKWARD_IDS.stream()),
              phase,
              12,
              Optional.of(contactId("a")),
              contacts(Stream.of("a", "b")),
              Map.of(contactId("0"), "badRecord: kind: \"unknown\" \n"),
              "fewer groups",
              Optional.of(NOW));
      version = store().writeNotice(new Versioned<>(full, version));
      assertThat(store().notice(ID)).contains(new Versioned<>(full, version));
    }
    assertThat(store().notice("none")).isEmpty();
    assertThat(store().results(ID)).isEmpty();
  }

  @Test
  void aNoticeOfAThousandLongIdsIsKept() {
    Random random = new Random(7);
    NavigableSet<ContactId> many =
        contacts(IntStream.range(0, 1_000).mapToObj(i -> longId(random)));
    store().writeNotice(Versioned.fresh(ChangeNotice.of(ID, many)));

    assertThat(store().notice(ID).orElseThrow().value().contacts()).isEqualTo(many);
  }

  @Test
  void aNoticeThatSomeoneElseWroteIsNotOverwritten() {
    ChangeNotice notice = ChangeNotice.of(ID, contacts(Stream.of("a")));
    Version first = store().writeNotice(Versioned.fresh(notice));
    store().writeNotice(new Versioned<>(notice.stepped(), first));

    assertThatThrownBy(() -> store().writeNotice(new Versioned<>(notice, first)))
        .isInstanceOf(StaleWrite.class);
    assertThatThrownBy(() -> store().writeNotice(Versioned.fresh(notice)))
        .isInstanceOf(StaleWrite.class);
    assertThat(store().notice(ID).orElseThrow().value()).isEqualTo(notice.stepped());
  }

  @Test
  void theLatestRequestOfASelectionIsKnown() {
    UserId anna = new UserId("sel.anna");
    assertThat(store().selection(anna, "x-_9")).isEmpty();
    store().rememberSelection(anna, "x-_9", "r-sel-1");
    store().rememberSelection(anna, "x-_9", "r-sel-2");
    assertThat(store().selection(anna, "x-_9")).contains("r-sel-2");
    assertThat(store().selection(anna, "y")).isEmpty();
    assertThat(store().selection(new UserId("sel.ben"), "x-_9")).isEmpty();
  }

  @Test
  void oldRequestsAreForgottenWithAllThatIsKeptOfThem() {
    UserId anna = new UserId("old.anna");
    List<String> old = List.of("old-1", "old/id #1 ?");
    old.forEach(id -> keepAll(id, NOW, anna));
    keepAll("young", NOW.plusSeconds(1), anna);
    store().put(accepted("old-1", NOW));

    assertThat(store().forget(NOW, 10)).isZero();
    assertThat(store().forget(NOW.plusSeconds(1), 10)).isEqualTo(2);
    assertThat(old)
        .allSatisfy(
            id -> {
              assertThat(store().find(id)).isEmpty();
              assertThat(store().results(id)).isEmpty();
              assertThat(store().expected(id)).isZero();
              assertThat(store().notice(id)).isEmpty();
              assertThat(store().selection(anna, Digest.short96(id))).isEmpty();
            });
    assertThat(store().find("young")).isPresent();
    assertThat(store().results("young")).hasSize(1);
    assertThat(store().expected("young")).isEqualTo(1);
    assertThat(store().notice("young")).isPresent();
    assertThat(store().selection(anna, Digest.short96("young"))).contains("young");
    assertThat(store().forget(NOW.plusSeconds(1), 10)).isZero();
  }

  @Test
  void theOldestAreForgottenFirstAndNoMoreThanAsked() {
    List.of(4, 2, 0, 1, 3).forEach(i -> store().put(accepted("aged-" + i, NOW.plusMillis(i))));

    assertThat(store().forget(NOW.plusSeconds(1), 2)).isEqualTo(2);
    assertThat(IntStream.range(0, 5).filter(i -> store().find("aged-" + i).isPresent()))
        .containsExactly(2, 3, 4);
    assertThat(store().forget(NOW.plusSeconds(1), 9)).isEqualTo(3);
  }

  @Test
  void aSelectionThatWasChosenAgainSinceIsNotForgottenWithTheOldRequest() {
    store().put(accepted("first", NOW));
    store().rememberSelection(ANNA, "again", "first");
    store().put(accepted("second", NOW.plusSeconds(1)));
    store().rememberSelection(ANNA, "again", "second");

    assertThat(store().forget(NOW.plusSeconds(1), 10)).isEqualTo(1);
    assertThat(store().selection(ANNA, "again")).contains("second");
  }

  @Test
  void aRequestOfManyResultsIsForgottenWhole() {
    store().put(accepted(ID, NOW));
    IntStream.range(0, 250)
        .forEach(i -> store().record(ID, result("anna", numbered(i).value(), Outcome.CREATED)));

    assertThat(store().forget(NOW.plusSeconds(1), 1)).isEqualTo(1);
    assertThat(store().results(ID)).isEmpty();
  }

  private void keepAll(String id, Instant acceptedAt, UserId user) {
    store().put(accepted(id, acceptedAt));
    store().record(id, result("anna", "a", Outcome.CREATED));
    store().expect(id, contactId("a"), Set.of(ANNA));
    store().writeNotice(Versioned.fresh(ChangeNotice.of(id, contacts(Stream.of("a")))));
    store().rememberSelection(user, Digest.short96(id), id);
  }

  private static SyncRequest accepted(String id, Instant at) {
    return new SyncRequest(
        id,
        SyncRequest.Kind.SELECTION,
        "user:anna",
        Optional.of(ANNA),
        Optional.empty(),
        1,
        at,
        "");
  }

  private static NavigableSet<ContactId> contacts(Stream<String> ids) {
    return ids.map(ContactId::new).collect(Collectors.toCollection(TreeSet::new));
  }

  /** As long as an id may be, of characters that do not compress well. */
  private static String longId(Random random) {
    String form = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    return random
        .ints(128, 0, form.length())
        .mapToObj(i -> form.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static SyncRequest request(String id) {
    return new SyncRequest(
        id,
        SyncRequest.Kind.SELECTION,
        "user:anna",
        Optional.empty(),
        Optional.empty(),
        0,
        NOW,
        "");
  }

  private static PairResult result(String user, String contact, Outcome outcome) {
    return new PairResult(
        new PairId(new UserId(user), contactId(contact)),
        outcome,
        Optional.of(new Why(Reason.REFUSED, "ErrorX")),
        NOW);
  }
}
