package io.crmsync.sync;

import static io.crmsync.sync.Held.ADMIN_PERSON;

import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.sync.port.ReportedPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Starts dry runs in a world, and reads what they report. */
final class DryRuns {
  /** Every call that a dry run may make: those that only read, and those on its own rows. */
  static final Set<String> ALLOWED =
      Set.of(
          "CrmSource.contact",
          "CrmSource.contacts",
          "CrmSource.directory",
          "ContactStore.range",
          "SyncListStore.range",
          "DueStore.range",
          "PairStore.find",
          "PairStore.range",
          "PairStore.unfinished",
          "PairStore.linkedBefore",
          "MailboxStore.all",
          "DirectoryStore.current",
          "MailboxStore.latest",
          "MailboxStore.of",
          "MailboxStore.owners",
          "Mailboxes.at",
          "Mailbox.defaultFolder",
          "Mailbox.defaultFolderName",
          "Mailbox.findFolderNotBeside",
          "Mailbox.foldersBelowDefault",
          "Mailbox.folders",
          "Mailbox.foldersBeside",
          "Mailbox.hasFolder",
          "Mailbox.list",
          "RunStore.find",
          "RunStore.latest",
          "RunStore.list",
          "RunStore.start",
          "RunStore.write",
          "ReportStore.put",
          "ReportStore.delete",
          "ReportStore.deleteAll",
          "ReportStore.list",
          "ReportStore.ofUser",
          "ReportStore.userAfter",
          "JobQueue.sendRunStep");

  private DryRuns() {}

  static Run start(World world) {
    return world.startRun.byHand(ADMIN_PERSON, Mode.DRY_RUN).value().orElseThrow();
  }

  /** Starts one and lets it come to its end. */
  static Run whole(World world) {
    Run run = start(world);
    world.drain();
    return Held.now(world, run);
  }

  static List<ReportedPair> report(World world, Run run) {
    return world.reports.list(run.runId(), Optional.empty(), 1000);
  }

  /** As {@code u1/c1 → action reason}. */
  static Map<String, String> words(World world, Run run) {
    Map<String, String> words = new TreeMap<>();
    report(world, run)
        .forEach(
            pair ->
                words.put(
                    pair.user() + "/" + pair.contact(),
                    (pair.action().code() + " " + pair.why().map(Why::code).orElse("")).strip()));
    return words;
  }
}
