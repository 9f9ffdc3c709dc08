package io.crmsync.sync;

import io.crmsync.domain.audience.Standing;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.eligibility.Eligibility;
import io.crmsync.domain.snapshot.Reading;
import io.crmsync.sync.port.FeedPage;
import io.crmsync.sync.port.FeedRecord;
import io.crmsync.sync.port.RunCounts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A page of the feed that is believed, and the range of ids that it speaks for.
 *
 * @param after exclusive; empty: from the first id
 * @param upTo inclusive; empty: the page was the last one
 * @param readings by id; empty for a bad record, which is left as it was
 * @param bad id (or position, where it cannot be read) and defect of each bad record
 */
record ReadPage(
    Optional<ContactId> after,
    Optional<ContactId> upTo,
    TreeMap<ContactId, Optional<Reading>> readings,
    Map<String, String> bad,
    Instant askedAt) {

  static ReadPage of(Optional<ContactId> after, FeedPage page, Instant askedAt) {
    TreeMap<ContactId, Optional<Reading>> readings = new TreeMap<>();
    Map<String, String> bad = new HashMap<>();
    int position = 0;
    Optional<ContactId> lastId = after;
    for (FeedRecord each : page.records()) {
      String where = each.id().map(ContactId::value).orElse("record " + position);
      if (each.contact().isEmpty()) {
        bad.put(where, each.defect());
      }
      each.id().ifPresent(id -> readings.put(id, each.contact().map(c -> Reading.of(c, askedAt))));
      lastId = each.id().isPresent() ? each.id() : lastId;
      position++;
    }
    return new ReadPage(after, page.last() ? Optional.empty() : lastId, readings, bad, askedAt);
  }

  /** What the page says of an id in its range; empty: it said something that cannot be read. */
  Optional<Reading> reading(ContactId id) {
    return readings.containsKey(id)
        ? readings.getOrDefault(id, Optional.empty())
        : Optional.of(Reading.gone(id, askedAt));
  }

  RunCounts counts() {
    RunCounts counts =
        RunCounts.NONE
            .with(RunCounts.CONTACTS_READ, readings.size())
            .with(RunCounts.CONTACTS_BAD, bad.size());
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
