package io.crmsync.localapp;

import io.crmsync.domain.run.RunCounts;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The part of the summary about contacts and pairs. */
final class SummaryOfWork {
  private final NightReport night;
  private final RunCounts run;
  private final ReportLines report = new ReportLines();

  private SummaryOfWork(NightReport night) {
    this.night = night;
    this.run = night.run().counts();
  }

  static List<String> of(NightReport night) {
    SummaryOfWork work = new SummaryOfWork(night);
    work.contacts();
    work.pairs();
    return work.report.lines();
  }

  private void contacts() {
    report
        .named(
            "Contacts",
            "%s read, %s active persons, %s new or changed, %s active users",
            number(RunCounts.CONTACTS_READ),
            number(RunCounts.CONTACTS_ACTIVE),
            number(RunCounts.CONTACTS_CHANGED),
            number(RunCounts.USERS_ACTIVE))
        .named("  not actionable", "%s", ReportLines.counted(notActionable()))
        .named("  bad records", "%s", badRecords(night.crm().bad()));
  }

  private SortedMap<String, Long> notActionable() {
    SortedMap<String, Long> reasons = new TreeMap<>();
    run.values()
        .forEach(
            (name, count) -> {
              if (name.startsWith(RunCounts.NOT_ACTIONABLE)) {
                reasons.put(name.substring(RunCounts.NOT_ACTIONABLE.length()), count);
              }
            });
    return reasons;
  }

  private static String badRecords(Map<String, String> bad) {
    return bad.isEmpty()
        ? "none"
        : bad.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
            .collect(Collectors.joining(", ", Text.number(bad.size()) + ": ", ""));
  }

  private void pairs() {
    SortedMap<String, Long> outcomes = new TreeMap<>();
    night.outcomes().forEach((outcome, count) -> outcomes.put(outcome.code(), (long) count));
    report.named(
        "Pairs",
        "%s queued%s",
        number(RunCounts.PAIRS_QUEUED),
        outcomes.isEmpty() ? "" : ": " + ReportLines.counted(outcomes));
    if (run.get(RunCounts.REMOVALS_QUEUED) + run.get(RunCounts.REMOVALS_HELD) > 0) {
      report.named(
          "  removals",
          "%s released, %s held",
          number(RunCounts.REMOVALS_QUEUED),
          number(RunCounts.REMOVALS_HELD));
    }
  }

  private String number(String count) {
    return Text.number(run.get(count));
  }
}
