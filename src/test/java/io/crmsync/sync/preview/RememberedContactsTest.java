package io.crmsync.sync.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.snapshot.StoredContact;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What serves again, for how long, and how much of it there may be. */
class RememberedContactsTest {
  private static final UserId U1 = new UserId("u1");
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  private final List<ContactId> read = new ArrayList<>();
  private Instant now = NOON;
  private String lastName = "Sample";

  @Test
  void whatWasReadServesWhileThePairIsWhatItWas() {
    RememberedContacts contacts = holding(RememberedContacts.CONTACTS);
    contacts.of(U1, pairs(2));
    read.clear();
    contacts.of(U1, List.of(pair(0).wanting("h"), pair(1)));
    assertThat(read).containsExactly(pair(0).contact());
    contacts.of(U1, List.of(pair(0).wanting("h"), pair(1)));
    assertThat(read).hasSize(1);
  }

  @Test
  void aClockThatIsSetBackMakesNothingServeForLonger() {
    RememberedContacts contacts = holding(RememberedContacts.CONTACTS);
    contacts.of(U1, pairs(1));
    now = NOON.minusSeconds(60);
    contacts.of(U1, pairs(1));
    assertThat(read).hasSize(2);
  }

  @Test
  void ofAllUsersTogetherNoMoreIsHeldThanWasAllowed() {
    RememberedContacts contacts = holding(100);
    for (int i = 0; i < 20; i++) {
      UserId user = new UserId("u" + i);
      contacts.of(
          user, pairs(50).stream().map(p -> Pair.unknown(new PairId(user, p.contact()))).toList());
    }
    assertThat(contacts.held()).isPositive().isLessThanOrEqualTo(100);
  }

  @Test
  void longContactsTakeThePlaceOfMany() {
    lastName = "x".repeat(30_000);
    RememberedContacts contacts = holding(100);
    contacts.of(U1, pairs(10));
    assertThat(contacts.held()).isLessThanOrEqualTo(100);
    read.clear();
    contacts.of(U1, pairs(10));
    assertThat(read).hasSizeGreaterThanOrEqualTo(7);
  }

  private RememberedContacts holding(int contacts) {
    InstantSource clock = () -> now;
    return new RememberedContacts(this::read, clock.withZone(ZoneOffset.UTC), contacts);
  }

  private Map<ContactId, PairContacts.Seen> read(UserId user, Collection<Pair> pairs) {
    pairs.forEach(pair -> read.add(pair.contact()));
    return pairs.stream()
        .collect(
            Collectors.toMap(
                Pair::contact,
                pair -> new PairContacts.Seen(Optional.of(row(pair.contact())), false)));
  }

  private StoredContact row(ContactId id) {
    return new StoredContact(
        id,
        ContactState.ACTIVE,
        FieldValues.of(Map.of(Field.LAST_NAME, lastName)),
        Access.NONE,
        "hash",
        Set.of(U1),
        Set.of(),
        Map.of(),
        NOON,
        StoredContact.News.NONE);
  }

  private static List<Pair> pairs(int count) {
    return IntStream.range(0, count).mapToObj(RememberedContactsTest::pair).toList();
  }

  private static Pair pair(int number) {
    return Pair.unknown(new PairId(U1, new ContactId("c" + number)));
  }
}
