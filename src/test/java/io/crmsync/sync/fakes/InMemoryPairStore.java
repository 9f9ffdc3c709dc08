package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.StaleWrite;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pairs, a sorted map per user. Thread-safe. */
public final class InMemoryPairStore implements PairStore {
  private record Reservation(UserId user, OutlookId outlookId) {}

  private final NavigableMap<UserId, NavigableMap<ContactId, Versioned<Pair>>> rows =
      new TreeMap<>();
  private final Map<Reservation, ContactId> reservations = new HashMap<>();
  private final Etags etags = new Etags();

  /** The table is lost: empty, as if it had just been made. */
  public synchronized void lose() {
    rows.clear();
    reservations.clear();
  }

  @Override
  public synchronized Versioned<Pair> find(PairId id) {
    return Optional.ofNullable(of(id.user()).get(id.contact()))
        .orElseGet(() -> Versioned.fresh(Pair.unknown(id)));
  }

  @Override
  public synchronized void want(Collection<Wish> wishes) {
    for (Wish wish : wishes) {
      Pair before = find(wish.pair()).value();
      Pair wanted = wish.contentHash().map(before::wanting).orElse(before);
      Pair after = wish.asked() ? wanted.askedFor() : wanted;
      of(wish.user()).put(wish.contact(), etags.stamp(after));
    }
  }

  @Override
  public synchronized Version write(Versioned<Pair> pair) {
    checkVersion(pair);
    Versioned<Pair> stored = etags.stamp(pair.value());
    of(pair.value().user()).put(pair.value().contact(), stored);
    return stored.version();
  }

  @Override
  public synchronized void delete(Versioned<Pair> pair) {
    NavigableMap<ContactId, Versioned<Pair>> ofUser = of(pair.value().user());
    if (ofUser.containsKey(pair.value().contact())) {
      checkVersion(pair);
      ofUser.remove(pair.value().contact());
    }
  }

  @Override
  public synchronized List<Pair> ofUser(UserId user, Optional<ContactId> after, int limit) {
    return KeyRange.of(of(user), after, Optional.empty()).values().stream()
        .map(Versioned::value)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Pair> range(
      UserId user, Optional<ContactId> after, Optional<ContactId> upTo) {
    return KeyRange.of(of(user), after, upTo).values().stream().map(Versioned::value).toList();
  }

  @Override
  public synchronized List<ContactId> open(UserId user) {
    return pairs(user).filter(Pair::open).map(Pair::contact).toList();
  }

  @Override
  public synchronized List<Pair> unfinished(Map<UserId, NavigableSet<ContactId>> among) {
    return among.entrySet().stream()
        .flatMap(
            each -> pairs(each.getKey()).filter(pair -> each.getValue().contains(pair.contact())))
        .filter(Pair::unfinished)
        .toList();
  }

  @Override
  public synchronized long linkedBefore(Instant then) {
    return rows.keySet().stream().mapToLong(user -> linkedBefore(user, then)).sum();
  }

  @Override
  public synchronized long linkedBefore(UserId user, Instant then) {
    return pairs(user)
        .flatMap(pair -> pair.link().stream())
        .filter(l -> l.since().isBefore(then))
        .count();
  }

  @Override
  public synchronized boolean reserveAdoption(UserId user, OutlookId outlookId, ContactId contact) {
    ContactId holder = reservations.putIfAbsent(new Reservation(user, outlookId), contact);
    return holder == null || holder.equals(contact);
  }

  @Override
  public synchronized void releaseAdoption(UserId user, OutlookId outlookId) {
    reservations.remove(new Reservation(user, outlookId));
  }

  private NavigableMap<ContactId, Versioned<Pair>> of(UserId user) {
    return rows.computeIfAbsent(user, absent -> new TreeMap<>());
  }

  private Stream<Pair> pairs(UserId user) {
    return of(user).values().stream().map(Versioned::value);
  }

  private void checkVersion(Versioned<Pair> pair) {
    UserId user = pair.value().user();
    ContactId contact = pair.value().contact();
    if (!Etags.holds(of(user).get(contact), pair.version())) {
      throw new StaleWrite("pair " + user + " " + contact);
    }
  }
}
