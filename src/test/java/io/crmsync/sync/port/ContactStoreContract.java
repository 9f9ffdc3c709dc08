package io.crmsync.sync.port;

import static io.crmsync.sync.port.StoreSamples.AWKWARD_IDS;
import static io.crmsync.sync.port.StoreSamples.contact;
import static io.crmsync.sync.port.StoreSamples.contactId;
import static io.crmsync.sync.port.StoreSamples.everyField;
import static io.crmsync.sync.port.StoreSamples.fullContact;
import static io.crmsync.sync.port.StoreSamples.numbered;
import static io.crmsync.sync.port.StoreSamples.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.snapshot.StoredContact.News;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link ContactStore} must do. */
public abstract class ContactStoreContract {
  private static final ContactId A = contactId("a");

  /** An empty store, the same one throughout a test. */
  protected abstract ContactStore store();

  @Test
  void whatWasNeverWrittenIsAbsent() {
    assertThat(store().find(A)).isEmpty();
    assertThat(range(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void ofManyThoseThatAreThereAreFound() {
    ContactId b = contactId("b");
    ContactId c = contactId("c");
    write(fullContact(A));
    write(fullContact(c));

    assertThat(store().findAll(List.of(A, b))).isEqualTo(Map.of(A, fullContact(A)));
    assertThat(store().findAll(List.of())).isEmpty();
  }

  @Test
  void everyPartOfAContactIsKept() {
    write(fullContact(A));

    assertThat(found(A)).isEqualTo(fullContact(A));
  }

  @Test
  void anEmptyContactIsKept() {
    StoredContact tombstone =
        new StoredContact(
            A,
            ContactState.GONE,
            FieldValues.none(),
            new Access(
                Set.of(),
                Set.of(),
                new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of())),
            "",
            Set.of(),
            Set.of(),
            Map.of(),
            StoreSamples.NOW,
            News.NONE);
    write(tombstone);

    assertThat(found(A)).isEqualTo(tombstone);
  }

  @Test
  void theFormsThatEarlierVersionsGaveToValuesAreKept() {
    FieldValues fields =
        FieldValues.stored(Map.of(Field.FIRST_NAME, "John\u200B"), Map.of(Field.TITLE, "\u200B"));
    write(contact(A, fields));

    assertThat(found(A).fields().asMap()).isEqualTo(fields.asMap());
    assertThat(found(A).fields().earlierForms())
        .isEqualTo(Map.of(Field.FIRST_NAME, "John\u200B", Field.TITLE, "\u200B"));
  }

  @Test
  void fieldsOfTenThousandCharactersAreKept() {
    StoredContact ascii = contact(A, everyField("x".repeat(10_000)));
    StoredContact emoji = contact(contactId("b"), everyField("a" + "👩🏽‍🚀漢".repeat(2_500)));
    store().write(List.of(Versioned.fresh(ascii), Versioned.fresh(emoji)));

    assertThat(found(A)).isEqualTo(ascii);
    assertThat(found(contactId("b"))).isEqualTo(emoji);
  }

  /** The most that a record may have, in characters that do not pack. */
  @Test
  void threeHundredThousandUnlikeCharactersAreKept() {
    Random random = new Random(1);
    String each =
        random
            .ints(300_000L / Field.values().length, 0x4E00, 0x9FFF)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      int turned = random.nextInt(each.length());
      values.put(field, each.substring(turned) + each.substring(0, turned));
    }
    StoredContact large = contact(A, FieldValues.of(values));
    write(large);

    assertThat(found(A)).isEqualTo(large);
  }

  /** The most that a record may have, of ids that do not pack; and as many who are to lose it. */
  @Test
  void twelveThousandUnlikeIdsAreKeptThreeTimes() {
    Random random = new Random(2);
    Set<UserId> team = unlikeIds(random);
    Map<UserId, Reason> leaving = new HashMap<>();
    unlikeIds(random).forEach(user -> leaving.put(user, Reason.NOT_COVERED));
    StoredContact large =
        new StoredContact(
            A,
            ContactState.ACTIVE,
            FieldValues.none(),
            new Access(team, Set.of(), ViewSecurity.EVERYONE),
            "hash",
            team,
            Set.of(),
            leaving,
            StoreSamples.NOW,
            News.AUDIENCE);
    write(large);

    assertThat(found(A)).isEqualTo(large);
  }

  private static Set<UserId> unlikeIds(Random random) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return Stream.generate(
            () ->
                random
                    .ints(35, 0, letters.length())
                    .mapToObj(i -> letters.substring(i, i + 1))
                    .collect(Collectors.joining("", "u", "")))
        .limit(12_000)
        .map(UserId::new)
        .collect(Collectors.toSet());
  }

  @Test
  void halfACharacterIsKeptForItSpoilsNothing() {
    StoredContact half =
        contact(A, FieldValues.of(Map.of(Field.LAST_NAME, "a\ud83d b\udc00\u0001\uffff")));
    write(half);

    assertThat(found(A)).isEqualTo(half);
  }

  @Test
  void anAudienceOfTenThousandIsKept() {
    StoredContact wide =
        new StoredContact(
            A,
            ContactState.ACTIVE,
            FieldValues.none(),
            new Access(users(10_000), Set.of(), ViewSecurity.EVERYONE),
            "hash",
            users(10_000),
            Set.of(),
            Map.of(),
            StoreSamples.NOW,
            News.AUDIENCE);
    write(wide);

    assertThat(found(A)).isEqualTo(wide);
  }

  @Test
  void manyLargeContactsAreWrittenAtOnce() {
    List<Versioned<StoredContact>> rows =
        IntStream.range(0, 60)
            .mapToObj(i -> contact(numbered(i), everyField("語".repeat(2_000))))
            .map(Versioned::fresh)
            .toList();

    assertThat(store().write(rows)).hasSize(60);
    assertThat(range(Optional.empty(), Optional.empty())).hasSize(60);
  }

  @Test
  void aRangeIsInOrderOfIdsByteByByte() {
    store().write(AWKWARD_IDS.stream().map(id -> Versioned.fresh(contact(contactId(id)))).toList());

    assertThat(range(Optional.empty(), Optional.empty()))
        .containsExactlyElementsOf(AWKWARD_IDS.stream().sorted().toList());
  }

  @Test
  void everyRangeBeginsAfterItsFirstIdAndEndsWithItsLast() {
    store().write(AWKWARD_IDS.stream().map(id -> Versioned.fresh(contact(contactId(id)))).toList());
    List<String> sorted = AWKWARD_IDS.stream().sorted().toList();

    for (int from = 0; from < sorted.size(); from += 3) {
      for (int to = 0; to < sorted.size(); to += 2) {
        assertThat(range(id(sorted.get(from)), id(sorted.get(to))))
            .isEqualTo(from < to ? sorted.subList(from + 1, to + 1) : List.of());
      }
    }
  }

  @Test
  void rangesNeedNotBeginOrEndAtAStoredId() {
    store().write(List.of(Versioned.fresh(contact(A)), Versioned.fresh(contact(contactId("c")))));

    assertThat(range(id("0"), id("b"))).containsExactly("a");
    assertThat(range(id("b"), Optional.empty())).containsExactly("c");
    assertThat(range(Optional.empty(), id("a"))).containsExactly("a");
  }

  @Test
  void fiveThousandRowsAreReadWhole() {
    store()
        .write(
            IntStream.range(0, 5_000)
                .mapToObj(i -> Versioned.fresh(contact(numbered(i))))
                .toList());

    assertThat(range(Optional.empty(), Optional.empty())).hasSize(5_000).isSorted();
    assertThat(range(Optional.of(numbered(999)), Optional.of(numbered(1_001))))
        .containsExactly("c01000", "c01001");
  }

  @Test
  void theVersionOfAWriteIsTheOneThatIsReadAfterwards() {
    Map<ContactId, Version> written =
        store()
            .write(
                IntStream.range(0, 101)
                    .mapToObj(i -> Versioned.fresh(contact(numbered(i))))
                    .toList());

    assertThat(written).hasSize(101);
    written.forEach((id, version) -> assertThat(versionOf(id)).isEqualTo(version));
    assertThat(store().range(Optional.empty(), Optional.empty()))
        .allSatisfy(row -> assertThat(row.version()).isEqualTo(written.get(row.value().id())));
  }

  @Test
  void aRowIsReplacedOnItsVersionAndGetsAnother() {
    Version first = write(fullContact(A));
    Map<ContactId, Version> second = store().write(List.of(new Versioned<>(contact(A), first)));

    assertThat(found(A)).isEqualTo(contact(A));
    assertThat(second.get(A)).isNotEqualTo(first).isEqualTo(versionOf(A));
  }

  @Test
  void aStaleRowIsLeftOutAndTheOthersAreWritten() {
    List<ContactId> ids = IntStream.range(0, 101).mapToObj(StoreSamples::numbered).toList();
    Map<ContactId, Version> first =
        store().write(ids.stream().map(id -> Versioned.fresh(contact(id))).toList());
    ContactId changed = numbered(50);
    store().write(List.of(new Versioned<>(fullContact(changed), of(first, changed))));

    Map<ContactId, Version> second =
        store()
            .write(
                ids.stream()
                    .map(id -> new Versioned<>(contact(id).fannedOut(), of(first, id)))
                    .toList());

    assertThat(second).hasSize(100).doesNotContainKey(changed);
    assertThat(found(changed)).isEqualTo(fullContact(changed));
    assertThat(found(numbered(51)).pending()).isFalse();
    second.forEach((id, version) -> assertThat(versionOf(id)).isEqualTo(version));
  }

  @Test
  void aNewRowIsNotWrittenOverOneThatIsThere() {
    write(fullContact(A));
    ContactId b = contactId("b");

    assertThat(store().write(List.of(Versioned.fresh(contact(A)), Versioned.fresh(contact(b)))))
        .containsOnlyKeys(b);
    assertThat(found(A)).isEqualTo(fullContact(A));
  }

  @Test
  void aRowThatWasDeletedMeanwhileIsStale() {
    Version first = write(contact(A));
    store().delete(A, first);

    assertThat(store().write(List.of(new Versioned<>(contact(A), first)))).isEmpty();
    assertThat(store().find(A)).isEmpty();
  }

  @Test
  void aDeletionOnAnOldVersionLeavesTheRow() {
    Version first = write(contact(A));
    store().write(List.of(new Versioned<>(fullContact(A), first)));
    store().delete(A, first);
    store().delete(A, Version.ABSENT);

    assertThat(found(A)).isEqualTo(fullContact(A));
  }

  @Test
  void aDeletionOfWhatIsAbsentIsNoError() {
    Version first = write(contact(A));
    store().delete(A, first);
    store().delete(A, first);

    assertThat(store().find(A)).isEmpty();
  }

  @Test
  void nothingToWriteIsNoError() {
    assertThat(store().write(List.of())).isEmpty();
  }

  @Test
  void oneContactTwiceAtOnceIsRefused() {
    assertThatThrownBy(
            () ->
                store()
                    .write(List.of(Versioned.fresh(contact(A)), Versioned.fresh(fullContact(A)))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofTwoWritersAtOnceOneWins() throws Exception {
    Version first = write(contact(A));
    Callable<Integer> writer =
        () -> store().write(List.of(new Versioned<>(fullContact(A), first))).size();

    assertThat(Race.of(List.of(writer, writer))).containsExactlyInAnyOrder(0, 1);
  }

  private Version write(StoredContact contact) {
    return of(store().write(List.of(Versioned.fresh(contact))), contact.id());
  }

  private static Version of(Map<ContactId, Version> versions, ContactId id) {
    return Optional.ofNullable(versions.get(id)).orElseThrow();
  }

  private StoredContact found(ContactId id) {
    return store().find(id).orElseThrow().value();
  }

  private Version versionOf(ContactId id) {
    return store().find(id).orElseThrow().version();
  }

  private List<String> range(Optional<ContactId> after, Optional<ContactId> upTo) {
    return store().range(after, upTo).stream().map(row -> row.value().id().value()).toList();
  }

  private static Optional<ContactId> id(String value) {
    return Optional.of(contactId(value));
  }
}
