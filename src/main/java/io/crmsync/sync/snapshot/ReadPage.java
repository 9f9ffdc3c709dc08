package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.Standing;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.eligibility.Eligibility;
import io.crmsync.domain.snapshot.Reading;
import io.crmsync.sync.port.FeedPage;
import io.crmsync.sync.port.FeedRecord;
import io.crmsync.sync.port.RunCounts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A page of the feed that is believed, and the range of ids that it speaks for.
 *
 * @param after exclusive; empty: from the first id
 * @param upTo inclusive; empty: the page was the last one
 * @param readings by id; empty for a bad record, which is left as it was
 * @param hidesOne whether a record's id cannot be read: whoever is missing may be that record, so
 *     nobody counts as gone (R17)
 * @param bad id (or position, where it cannot be read) and defect of each bad record
 */
public record ReadPage(
    Optional<ContactId> after,
    Optional<ContactId> upTo,
    TreeMap<ContactId, Optional<Reading>> readings,
    boolean hidesOne,
    Map<String, String> bad,
    Instant askedAt) {
  private static final String NAMELESS = "record ";

  static ReadPage of(Optional<ContactId> after, FeedPage page, Instant askedAt) {
    TreeMap<ContactId, Optional<Reading>> readings = new TreeMap<>();
    Map<String, String> bad = new TreeMap<>();
    int position = 0;
    for (FeedRecord each : page.records()) {
      position++;
      if (each.contact().isEmpty()) {
        bad.put(each.id().map(ContactId::value).orElse(NAMELESS + position), each.defect());
      }
      each.id().ifPresent(id -> readings.put(id, each.contact().map(c -> Reading.of(c, askedAt))));
    }
    Optional<ContactId> upTo = page.last() ? Optional.empty() : Optional.of(readings.lastKey());
    return new ReadPage(after, upTo, readings, nameless(page), bad, askedAt);
  }

  private static boolean nameless(FeedPage page) {
    return page.records().stream().anyMatch(each -> each.id().isEmpty());
  }

  /** What the page says of an id in its range; empty: nothing that can be believed. */
  Optional<Reading> reading(ContactId id) {
    if (readings.containsKey(id)) {
      return readings.getOrDefault(id, Optional.empty());
    }
    return hidesOne ? Optional.empty() : Optional.of(Reading.gone(id, askedAt));
  }

  public RunCounts counts() {
    long unnamed = bad.keySet().stream().filter(where -> where.startsWith(NAMELESS)).count();
    long read = readings.size() + unnamed;
    RunCounts counts =
        RunCounts.NONE.with(RunCounts.CONTACTS_READ, read).with(RunCounts.CONTACTS_BAD, bad.size());
    for (Optional<Reading> each : readings.values()) {
      counts = each.map(ReadPage::countsOf).map(counts::plus).orElse(counts);
    }
    return counts;
  }

  private static RunCounts countsOf(Reading reading) {
    RunCounts one =
        reading.standing() == Standing.ACTIVE
            ? RunCounts.NONE.with(RunCounts.CONTACTS_ACTIVE, 1)
            : RunCounts.NONE;
    return Eligibility.rejection(reading.standing(), reading.fields())
        .map(why -> one.with(RunCounts.NOT_ACTIONABLE + why.code(), 1))
        .orElse(one);
  }
}
