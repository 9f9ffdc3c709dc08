package io.crmsync.localapp;

import java.util.List;

/** A night as a person likes to read it. */
final class Summary {
  private Summary() {}

  static List<String> of(NightReport night) {
    ReportLines report = new ReportLines().plain("");
    report.plain(
        night.title()
            + ": "
            + night.run().status().code()
            + " in "
            + Text.time(night.watched().time()));
    report.plain("").all(SummaryOfWork.of(night)).all(SummaryOfTraffic.of(night));
    report.named(
        "Memory",
        "%s at most in the functions' process",
        Text.megabytes(night.watched().peakMemory()));
    failures(report, night.watched().failedInvocations());
    return report.plain("").all(check(night)).plain("").lines();
  }

  private static void failures(ReportLines report, long failed) {
    if (failed > 0) {
      report.named(
          "Failures",
          "%s invocations failed and were repeated (see %s)",
          Text.number(failed),
          Landscape.LOGS.resolve("functions.log"));
    }
  }

  private static List<String> check(NightReport night) {
    ReportLines report =
        new ReportLines()
            .plain(
                "  %s pairs in %s mailboxes are entitled; %s copies are there."
                    .formatted(
                        Text.number(night.entitled().wanted().size()),
                        Text.number(night.entitled().mailboxes()),
                        Text.number(night.copies())));
    night.check().explained().lines().forEach(found -> report.plain("  - " + found));
    report.plain(night.converged() ? "  Every pair has what it should, once." : "  NOT CONVERGED:");
    night.check().wrong().lines().forEach(found -> report.plain("  ! " + found));
    return report.lines();
  }
}
