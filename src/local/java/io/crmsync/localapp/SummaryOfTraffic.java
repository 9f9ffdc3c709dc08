package io.crmsync.localapp;

import io.crmsync.domain.pair.Outcome;
import java.util.List;
import java.util.stream.Stream;

/** The part of the summary about what went to Graph and to storage. */
final class SummaryOfTraffic {
  private SummaryOfTraffic() {}

  static List<String> of(NightReport night) {
    Counts counts = night.watched().counts();
    long pairs = written(night);
    ReportLines report = new ReportLines();
    graph(report, counts, pairs);
    report.named(
        "Storage",
        "%s requests%s, and %s rows in transactions",
        Text.number(counts.storageRequests()),
        perPair(counts.storageRequests(), pairs),
        Text.number(counts.rowsInTransactions()));
    return report.all(StorageTable.of(counts, pairs)).lines();
  }

  private static void graph(ReportLines report, Counts counts, long pairs) {
    long requests = counts.graphRequests();
    report.named(
        "Graph",
        "%s requests%s, %.2f %% answered 429",
        Text.number(requests),
        perPair(requests, pairs),
        requests == 0 ? 0.0 : 100.0 * counts.throttled() / requests);
    if (requests > 0) {
      report.named("", "%s", ReportLines.counted(counts.graph()));
    }
  }

  /** Pairs that something was done for in a mailbox. */
  private static long written(NightReport night) {
    return Stream.of(
            Outcome.CREATED, Outcome.ADOPTED, Outcome.UPDATED, Outcome.RECREATED, Outcome.REMOVED)
        .mapToLong(night::count)
        .sum();
  }

  private static String perPair(long count, long pairs) {
    return pairs == 0 ? "" : " (" + Text.ratio((double) count / pairs) + " a pair written)";
  }
}
