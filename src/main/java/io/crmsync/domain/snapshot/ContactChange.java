package io.crmsync.domain.snapshot;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.eligibility.Eligibility;
import io.crmsync.domain.eligibility.NotActionable;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.snapshot.StoredContact.News;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one reading of a contact changes in the snapshot, and for whom.
 *
 * @param next the row as it is to be stored, pending
 * @param kind whether it is to be stored at all
 * @param rejection why no pair of it is written (R2 to R4); empty: it is actionable
 * @param toQueue users whose pair is to be reconciled
 * @param toList users who are to have the contact as soon as it is actionable
 */
public record ContactChange(
    StoredContact next,
    Kind kind,
    Optional<NotActionable> rejection,
    Set<UserId> toQueue,
    Set<UserId> toList) {

  /** What to do with the row. */
  public enum Kind {
    /** The reading is older than what is stored (hazard: a stale read undoes a revocation). */
    OUTDATED,
    UNCHANGED,
    CHANGED,
    /** A contact that was taken for gone is gone: the row is stored, and nothing else changes. */
    CONFIRMED
  }

  public ContactChange {
    toQueue = Set.copyOf(toQueue);
    toList = Set.copyOf(toList);
  }

  /**
   * Compares a reading with what is stored.
   *
   * @param entitlement of the reading, in the present directory
   * @param losing users of whom it was decided before that they are to lose it, and may have it
   * @param again whether every pair is to be reconciled although nothing changed (a full run)
   */
  public static ContactChange between(
      Optional<StoredContact> stored,
      Reading reading,
      Entitlement entitlement,
      Set<UserId> losing,
      boolean again) {
    Optional<NotActionable> rejection =
        Eligibility.rejection(reading.contactState(), reading.fields());
    if (stored.isPresent() && stored.get().readAt().isAfter(reading.askedAt())) {
      return new ContactChange(stored.get(), Kind.OUTDATED, rejection, Set.of(), Set.of());
    }
    StoredContact next = next(stored, reading, entitlement, losing);
    boolean sameContent = stored.filter(row -> sameContent(row, next)).isPresent();
    Set<UserId> queue = new HashSet<>(next.audience());
    if (sameContent && (!again || reading.narrowing())) {
      queue.removeAll(stored.get().audience());
    }
    return new ContactChange(
        next,
        kind(stored, next),
        rejection,
        rejection.isPresent() ? Set.of() : queue,
        rejection.isPresent() ? queue : Set.of());
  }

  private static StoredContact next(
      Optional<StoredContact> stored,
      Reading reading,
      Entitlement entitlement,
      Set<UserId> losing) {
    Set<UserId> holders = holders(stored);
    Set<UserId> audience = new HashSet<>(entitlement.audience());
    if (reading.narrowing()) {
      audience.retainAll(mayHaveCopy(stored, holders, losing));
    }
    Set<UserId> frozen =
        holders.stream()
            .filter(user -> !entitlement.inPilot(user))
            .collect(Collectors.toUnmodifiableSet());
    return new StoredContact(
        reading.id(),
        reading.contactState(),
        stored
            .map(row -> reading.fields().keepingEarlierForms(row.fields()))
            .orElse(reading.fields()),
        reading.access(),
        ContentHash.of(reading.contactState(), reading.fields()),
        audience,
        frozen,
        leaving(stored, holders, entitlement),
        reading.askedAt(),
        news(stored, reading),
        stored.filter(StoredContact::awaitsAttempts).isPresent());
  }

  /** A change of the record that was not told to all when it was found is still one. */
  private static News news(Optional<StoredContact> stored, Reading reading) {
    String hash = ContentHash.of(reading.contactState(), reading.fields());
    boolean sameRecord =
        stored
            .filter(row -> row.news() != News.RECORD)
            .filter(row -> row.contentHash().equals(hash))
            .filter(row -> departed(row, reading) || row.access().equals(reading.access()))
            .isPresent();
    return sameRecord ? News.AUDIENCE : News.RECORD;
  }

  /** One that was taken for gone, and is: nothing is new about it. */
  private static boolean departed(StoredContact stored, Reading reading) {
    return stored.contactState().departed() && reading.contactState().departed();
  }

  private static Set<UserId> holders(Optional<StoredContact> stored) {
    Set<UserId> holders = new HashSet<>();
    stored.ifPresent(
        row -> {
          holders.addAll(row.audience());
          holders.addAll(row.frozen());
        });
    return holders;
  }

  private static Set<UserId> mayHaveCopy(
      Optional<StoredContact> stored, Set<UserId> holders, Set<UserId> losing) {
    Set<UserId> all = new HashSet<>(holders);
    stored.ifPresent(row -> all.addAll(row.leaving().keySet()));
    all.addAll(losing);
    return all;
  }

  /** Those who had it and may no longer, with those whose leaving an earlier try did not finish. */
  private static Map<UserId, Reason> leaving(
      Optional<StoredContact> stored, Set<UserId> holders, Entitlement entitlement) {
    Map<UserId, Reason> leaving = new HashMap<>();
    stored.ifPresent(row -> leaving.putAll(row.leaving()));
    leaving.keySet().removeIf(user -> entitlement.exclusion(user).isEmpty());
    for (UserId user : holders) {
      entitlement
          .exclusion(user)
          .filter(why -> why != Exclusion.OUTSIDE_PILOT)
          .ifPresent(why -> leaving.merge(user, why.reason(), ContactChange::graver));
    }
    return leaving;
  }

  /** Where several reasons follow one another, view security decides how a copy goes (R16). */
  private static Reason graver(Reason before, Reason now) {
    return before == Reason.VIEW_SECURITY ? before : now;
  }

  private static Kind kind(Optional<StoredContact> before, StoredContact next) {
    if (before.isEmpty() || before.get().pending()) {
      return Kind.CHANGED;
    }
    StoredContact stored = before.get();
    boolean sameUsers =
        stored.audience().equals(next.audience())
            && stored.frozen().equals(next.frozen())
            && next.leaving().isEmpty();
    boolean same =
        sameContent(stored, next)
            && stored.contactState() == next.contactState()
            && stored.access().equals(next.access());
    boolean confirmed =
        stored.contactState() == ContactState.MISSING && next.contactState() == ContactState.GONE;
    if (sameUsers && confirmed) {
      return Kind.CONFIRMED;
    }
    return sameUsers && same ? Kind.UNCHANGED : Kind.CHANGED;
  }

  private static boolean sameContent(StoredContact stored, StoredContact next) {
    return !stored.pending() && stored.contentHash().equals(next.contentHash());
  }
}
