package io.crmsync.sync.dryrun;

import io.crmsync.sync.mailbox.MailboxWiring;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.preview.PreviewWiring;
import io.crmsync.sync.removal.RemovalWiring;
import io.crmsync.sync.snapshot.SnapshotWiring;
import java.time.Clock;

/** How a run is rehearsed, made once for each instance of the app. */
public record DryRunWiring(DryRun dryRun) {

  public static DryRunWiring of(
      Environment given,
      MailboxWiring mailbox,
      SnapshotWiring snapshot,
      RemovalWiring removal,
      PreviewWiring preview) {
    Ports p = given.ports();
    Clock clock = given.clock();
    ReportPage reportPage =
        new ReportPage(snapshot.plan(), p.pairs(), new PairReport(preview.plans()), p.reports());
    ReportMailboxes settle =
        new ReportMailboxes(p.reports(), p.pairs(), mailbox.contents(), mailbox.gate(), clock);
    return new DryRunWiring(
        new DryRun(
            snapshot.readDirectory(),
            snapshot.beginRun(),
            snapshot.visits(),
            snapshot.step(),
            reportPage,
            settle,
            removal.step(),
            p.reports(),
            snapshot.pastRuns(),
            clock));
  }
}
