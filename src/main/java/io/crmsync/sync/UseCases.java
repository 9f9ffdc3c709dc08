package io.crmsync.sync;

import io.crmsync.sync.dryrun.DryRunWiring;
import io.crmsync.sync.mailbox.MailboxWiring;
import io.crmsync.sync.notice.NoticeWiring;
import io.crmsync.sync.pair.PairWiring;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.preview.PreviewWiring;
import io.crmsync.sync.removal.RemovalWiring;
import io.crmsync.sync.request.RequestWiring;
import io.crmsync.sync.run.RunWiring;
import io.crmsync.sync.snapshot.SnapshotWiring;
import io.crmsync.sync.sweep.SweepWiring;

/** The use cases of one instance of the app: each package wires itself, from those below it. */
public record UseCases(
    MailboxWiring mailboxes,
    PairWiring pairs,
    SnapshotWiring snapshot,
    RemovalWiring removals,
    PreviewWiring previews,
    RequestWiring requests,
    NoticeWiring notices,
    RunWiring runs) {

  public static UseCases of(Environment given) {
    MailboxWiring mailbox = MailboxWiring.of(given);
    PairWiring pair = PairWiring.of(given, mailbox);
    SnapshotWiring snapshot = SnapshotWiring.of(given, mailbox);
    RemovalWiring removal = RemovalWiring.of(given);
    PreviewWiring preview = PreviewWiring.of(given, mailbox, pair, snapshot);
    SweepWiring sweep = SweepWiring.of(given, mailbox, pair, snapshot, preview);
    DryRunWiring dryRun = DryRunWiring.of(given, mailbox, snapshot, removal, preview);
    return new UseCases(
        mailbox,
        pair,
        snapshot,
        removal,
        preview,
        RequestWiring.of(given, mailbox, snapshot, preview),
        NoticeWiring.of(given, snapshot, removal),
        RunWiring.of(given, snapshot, removal, sweep, dryRun));
  }
}
