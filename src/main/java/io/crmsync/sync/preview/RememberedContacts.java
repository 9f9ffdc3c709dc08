package io.crmsync.sync.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.snapshot.StoredContact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * As they were stored at most 30 seconds ago, for who types a search: each letter asks for all of a
 * user's contacts anew. What was read for a pair serves again only while the pair is what it was
 * then, so whatever changes the pair (a selection, a change of the contact's fields, an attempt) is
 * seen at once. For previews only: whatever is written or decided is read now.
 *
 * <p>R6: what changes a contact's row and not the pair may go on being shown for those 30 seconds,
 * above all a withdrawal whose copy was not removed yet. Shown is what the row said then, to who
 * was to have it then, and nothing that came into the snapshot since; no user is shown what was
 * read for another. Users and groups are not remembered here: who leaves a group loses what it let
 * her see as soon as this instance knows of it. A removal that is open is looked up each time.
 *
 * <p>Holds as much as 10,000 contacts of up to 1,000 characters take, of all users together; a user
 * with more is read anew, as far as they do not fit.
 */
final class RememberedContacts implements PairContacts {
  static final Duration REMEMBERED = Duration.ofSeconds(30);
  static final int CONTACTS = 10_000;
  private static final int CHARACTERS = 1_000;

  /** What was read for the pair as it was, after this moment. */
  private record Remembered(Pair pair, Seen seen, Instant at) {}

  private final PairContacts stored;
  private final Clock clock;
  private final Cache<PairId, Remembered> readings;

  RememberedContacts(PairContacts stored, Clock clock) {
    this(stored, clock, CONTACTS);
  }

  /** One that holds fewer contacts. */
  RememberedContacts(PairContacts stored, Clock clock, int contacts) {
    this.stored = stored;
    this.clock = clock;
    this.readings =
        Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumWeight(contacts)
            .weigher((PairId place, Remembered reading) -> weight(reading.seen()))
            .ticker(() -> clock.millis() * 1_000_000)
            .build();
  }

  @Override
  public Map<ContactId, Seen> of(UserId user, Collection<Pair> pairs) {
    Instant now = clock.instant();
    Map<ContactId, Seen> seen = remembered(user, pairs, now);
    List<Pair> others = pairs.stream().filter(pair -> !seen.containsKey(pair.contact())).toList();
    if (!others.isEmpty()) {
      Map<ContactId, Seen> read = stored.of(user, others);
      others.forEach(pair -> remember(pair, Objects.requireNonNull(read.get(pair.contact())), now));
      seen.putAll(read);
    }
    return seen;
  }

  /** The next reading is of now, in this instance; one that is under way may be of before. */
  void forget(UserId user, ContactId contact) {
    readings.invalidate(new PairId(user, contact));
  }

  /** In contacts of up to 1,000 characters. */
  long held() {
    readings.cleanUp();
    return readings.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  private Map<ContactId, Seen> remembered(UserId user, Collection<Pair> pairs, Instant now) {
    Map<ContactId, Seen> seen = new HashMap<>();
    for (Pair pair : pairs) {
      Remembered reading = readings.getIfPresent(new PairId(user, pair.contact()));
      if (reading != null && serves(reading, pair, now)) {
        seen.put(pair.contact(), reading.seen());
      }
    }
    return seen;
  }

  /** A clock that was set back makes nothing younger. */
  private static boolean serves(Remembered reading, Pair pair, Instant now) {
    return reading.pair().equals(pair)
        && !now.isBefore(reading.at())
        && now.isBefore(reading.at().plus(REMEMBERED));
  }

  private void remember(Pair pair, Seen seen, Instant now) {
    readings.put(new PairId(pair.user(), pair.contact()), new Remembered(pair, seen, now));
  }

  private static int weight(Seen seen) {
    return 1 + seen.row().map(RememberedContacts::characters).orElse(0) / CHARACTERS;
  }

  private static int characters(StoredContact row) {
    Access access = row.access();
    return Stream.of(
            row.fields().asMap().values(),
            row.fields().earlierForms().values(),
            access.coverageTeam(),
            access.syncList(),
            access.viewSecurity().groups(),
            row.audience(),
            row.frozen(),
            row.leaving().keySet())
        .flatMap(Collection::stream)
        .mapToInt(text -> text.toString().length())
        .sum();
  }
}
