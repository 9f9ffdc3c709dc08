package io.crmsync.localapp;

import io.crmsync.domain.plan.Outcome;
import io.crmsync.sync.port.RunCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A night as a person likes to read it. */
final class Summary {
  private static final String BETWEEN = ", ";
  private final NightReport night;
  private final Counts counts;
  private final List<String> lines = new ArrayList<>();

  private Summary(NightReport night) {
    this.night = night;
    this.counts = night.watched().counts();
  }

  static List<String> of(NightReport night) {
    return new Summary(night).lines();
  }

  private List<String> lines() {
    lines.add("");
    lines.add(
        night.title()
            + ": "
            + night.run().status().code()
            + " in "
            + Text.time(night.watched().time()));
    lines.add("");
    contacts();
    pairs();
    graph();
    storage();
    line(
        "Memory",
        Text.megabytes(night.watched().peakMemory()) + " at most in the functions' process");
    if (night.watched().failedInvocations() > 0) {
      line(
          "Failures",
          Text.number(night.watched().failedInvocations())
              + " invocations failed and were repeated (see target/local/functions.log)");
    }
    check();
    return lines;
  }

  private void contacts() {
    RunCounts run = night.run().counts();
    line(
        "Contacts",
        named(
            Map.of(),
            List.of(
                Text.number(run.get(RunCounts.CONTACTS_READ)) + " read",
                Text.number(run.get(RunCounts.CONTACTS_ACTIVE)) + " active persons",
                Text.number(run.get(RunCounts.CONTACTS_CHANGED)) + " new or changed",
                Text.number(run.get(RunCounts.USERS_ACTIVE)) + " active users")));
    SortedMap<String, Long> reasons = new TreeMap<>();
    run.values()
        .forEach(
            (name, count) -> {
              if (name.startsWith(RunCounts.NOT_ACTIONABLE)) {
                reasons.put(name.substring(RunCounts.NOT_ACTIONABLE.length()), count);
              }
            });
    line("  not actionable", reasons.isEmpty() ? "none" : named(reasons, List.of()));
    List<String> bad = night.crm().bad();
    line(
        "  bad records",
        bad.isEmpty() ? "none" : Text.number(bad.size()) + ": " + String.join(BETWEEN, bad));
  }

  private void pairs() {
    SortedMap<String, Long> outcomes = new TreeMap<>();
    for (Outcome outcome : Outcome.values()) {
      if (night.count(outcome) > 0) {
        outcomes.put(outcome.code(), (long) night.count(outcome));
      }
    }
    line(
        "Pairs",
        Text.number(night.run().counts().get(RunCounts.PAIRS_QUEUED))
            + " queued"
            + (outcomes.isEmpty() ? "" : ": " + named(outcomes, List.of())));
    long removals = night.run().counts().get(RunCounts.REMOVALS_QUEUED);
    long held = night.run().counts().get(RunCounts.REMOVALS_HELD);
    if (removals + held > 0) {
      line("  removals", Text.number(removals) + " released, " + Text.number(held) + " held");
    }
  }

  private void graph() {
    long requests = counts.graphRequests();
    double throttled = requests == 0 ? 0 : 100.0 * counts.throttled() / requests;
    line(
        "Graph",
        Text.number(requests)
            + " requests"
            + per(requests, done(), " a pair written")
            + ", "
            + Text.ratio(throttled)
            + " % answered 429");
    if (requests > 0) {
      line("", named(counts.graph(), List.of()));
    }
  }

  private void storage() {
    line(
        "Storage",
        Text.number(counts.storageRequests())
            + " requests"
            + per(counts.storageRequests(), done(), " a pair written")
            + ", and "
            + Text.number(counts.rowsInTransactions())
            + " rows in transactions");
    StorageTable.of(counts, done()).forEach(lines::add);
  }

  private void check() {
    lines.add("");
    lines.add(
        "  "
            + Text.number(night.entitled().wanted().size())
            + " pairs in "
            + Text.number(night.entitled().mailboxes())
            + " mailboxes are entitled; "
            + Text.number(night.copies())
            + " copies are there.");
    night.check().explained().lines().forEach(found -> lines.add("  - " + found));
    if (night.converged()) {
      lines.add("  Every pair has what it should, once.");
    } else {
      lines.add("  NOT CONVERGED:");
      night.check().wrong().lines().forEach(found -> lines.add("  ! " + found));
    }
    lines.add("");
  }

  /** Pairs that something was done for in a mailbox. */
  private long done() {
    return (long) night.count(Outcome.CREATED)
        + night.count(Outcome.ADOPTED)
        + night.count(Outcome.UPDATED)
        + night.count(Outcome.RECREATED)
        + night.count(Outcome.REMOVED);
  }

  private static String per(long count, long pairs, String what) {
    return pairs == 0 ? "" : " (" + Text.ratio((double) count / pairs) + what + ")";
  }

  private static String named(Map<String, Long> values, List<String> words) {
    List<String> all = new ArrayList<>(words);
    values.forEach((name, count) -> all.add(Text.number(count) + " " + name));
    return String.join(BETWEEN, all);
  }

  private void line(String name, String text) {
    lines.add(String.format(java.util.Locale.ROOT, "  %-17s %s", name, text));
  }
}
