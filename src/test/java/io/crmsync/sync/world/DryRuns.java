package io.crmsync.sync.world;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;

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
public final class DryRuns {
  /** Every call that a dry run may make: those that only read, and those on its own rows. */
  public static final Set<String> ALLOWED =
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

  /** Starts one as an admin does; it must be accepted. Nothing of it is done yet. */
  public static Run start(World world) {
    return world.startRun.byHand(ADMIN_PERSON, Mode.DRY_RUN).value().orElseThrow();
  }

  /** Starts one and lets it come to its end; gives it as it is stored then. */
  public static Run whole(World world) {
    Run run = start(world);
    world.drain();
    return Held.now(world, run);
  }

  /** The first 1,000 pairs of its report, by user and contact. */
  public static List<ReportedPair> report(World world, Run run) {
    return world.reports.list(run.runId(), Optional.empty(), 1000);
  }

  /** Its report by pair: {@code u1/c1} to {@code action reason}, or the action alone. */
  public static Map<String, String> words(World world, Run run) {
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
