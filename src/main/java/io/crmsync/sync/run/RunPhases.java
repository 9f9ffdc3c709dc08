package io.crmsync.sync.run;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.dryrun.DryRun;
import io.crmsync.sync.removal.HeldLists;
import io.crmsync.sync.removal.RemovalStep;
import io.crmsync.sync.snapshot.ReadDirectory;
import io.crmsync.sync.snapshot.ReadPage;
import io.crmsync.sync.snapshot.RecordContacts;
import io.crmsync.sync.snapshot.SnapshotStep;
import io.crmsync.sync.snapshot.StoredRange;
import io.crmsync.sync.walk.LeaveMailboxes;
import io.crmsync.sync.walk.Stepped;
import io.crmsync.sync.walk.WalkMailboxes;
import java.util.function.Consumer;

/**
 * What a run does in each of its phases: users and groups, the pages of the CRM's contacts, of some
 * runs the mailboxes, the guard, the release; or what an admin decided on a list that was held. How
 * a step is stored, repeated and followed by the next is {@link AdvanceRun}'s.
 */
final class RunPhases {
  private final ReadDirectory directory;
  private final ResumeRequests requests;
  private final ForgetRequests old;
  private final SnapshotStep snapshot;
  private final RecordContacts record;
  private final DryRun dry;
  private final WalkMailboxes mailboxes;
  private final LeaveMailboxes leave;
  private final RemovalStep removals;
  private final HeldLists held;

  RunPhases(
      ReadDirectory directory,
      ResumeRequests requests,
      ForgetRequests old,
      SnapshotStep snapshot,
      RecordContacts record,
      DryRun dry,
      WalkMailboxes mailboxes,
      LeaveMailboxes leave,
      RemovalStep removals,
      HeldLists held) {
    this.directory = directory;
    this.requests = requests;
    this.old = old;
    this.snapshot = snapshot;
    this.record = record;
    this.dry = dry;
    this.mailboxes = mailboxes;
    this.leave = leave;
    this.removals = removals;
    this.held = held;
  }

  /**
   * Does one step of the phase that the run is in.
   *
   * @param attempt how often this step was tried before
   * @param journal told what an admin may want to know: ids and reasons
   */
  Stepped step(Run run, int attempt, Consumer<String> journal) {
    if (run.dry()) {
      return Stepped.to(dry.step(run, attempt, journal));
    }
    return switch (run.phase()) {
      case DIRECTORY -> Stepped.to(begin(run));
      case PAGES -> Stepped.to(page(run, attempt, journal));
      case MAILBOXES -> mailboxes.step(run, attempt);
      case GUARD -> Stepped.to(removals.judge(run));
      case RELEASE -> Stepped.to(removals.release(run));
      case DECIDED ->
          run.mode().uninstalls() ? leave.step(run, attempt) : Stepped.to(held.carryOut(run));
      case DONE -> Stepped.to(run);
    };
  }

  private Run begin(Run run) {
    Run begun = directory.begin(run);
    if (!run.mode().uninstalls()) {
      old.now();
      requests.now();
    }
    return begun;
  }

  /** Only a full run looks into every mailbox. */
  private Run page(Run run, int attempt, Consumer<String> journal) {
    Phase afterLast = run.mode() == Mode.FULL ? Phase.MAILBOXES : Phase.GUARD;
    return snapshot.page(
        run, attempt, (page, stored) -> recorded(page, stored, run), afterLast, journal);
  }

  private RunCounts recorded(ReadPage page, StoredRange stored, Run run) {
    return record.recordPage(page, stored, run.mode() == Mode.FULL, run.runId());
  }
}
