package io.crmsync.sync.run;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.dryrun.DryRun;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.removal.HeldLists;
import io.crmsync.sync.removal.RemovalStep;
import io.crmsync.sync.snapshot.BeginRun;
import io.crmsync.sync.snapshot.ReadPage;
import io.crmsync.sync.snapshot.RecordContacts;
import io.crmsync.sync.snapshot.SnapshotStep;
import io.crmsync.sync.snapshot.StoredRange;
import io.crmsync.sync.step.SteppedTask;
import io.crmsync.sync.step.SteppedTask.Next;
import io.crmsync.sync.sweep.LeaveMailboxes;
import io.crmsync.sync.sweep.VisitMailboxes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a run does in each of its phases: users and groups, the pages of the CRM's contacts, of some
 * runs the mailboxes, the guard, the release; or what an admin decided on a list that was held.
 */
final class RunSteps implements SteppedTask<Run> {
  private final RunStore runs;
  private final JobQueue queue;
  private final Clock clock;
  private final BeginRun begin;
  private final ResumeRequests requests;
  private final ForgetRequests old;
  private final SnapshotStep snapshot;
  private final RecordContacts record;
  private final DryRun dry;
  private final VisitMailboxes mailboxes;
  private final LeaveMailboxes leave;
  private final RemovalStep removals;
  private final HeldLists held;

  RunSteps(
      RunStore runs,
      JobQueue queue,
      Clock clock,
      BeginRun begin,
      ResumeRequests requests,
      ForgetRequests old,
      SnapshotStep snapshot,
      RecordContacts record,
      DryRun dry,
      VisitMailboxes mailboxes,
      LeaveMailboxes leave,
      RemovalStep removals,
      HeldLists held) {
    this.runs = runs;
    this.queue = queue;
    this.clock = clock;
    this.begin = begin;
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

  @Override
  public Next<Run> step(Versioned<Run> stored, int attempt, Consumer<String> journal) {
    Run run = stored.value();
    if (run.dry()) {
      return Next.to(dry.step(run, attempt, journal));
    }
    return switch (run.phase()) {
      case DIRECTORY -> Next.to(begin(run));
      case GATHER -> Next.to(snapshot.gather(run));
      case PAGES -> Next.to(page(run, attempt, journal));
      case MAILBOXES -> mailboxes.step(run, attempt);
      case GUARD -> {
        snapshot.forget(run);
        yield Next.to(removals.judge(run));
      }
      case RELEASE -> Next.to(removals.release(run));
      case DECIDED ->
          run.mode().uninstalls() ? leave.step(run, attempt) : Next.to(held.carryOut(run));
      case DONE -> Next.to(run);
    };
  }

  private Run begin(Run run) {
    Run begun = begin.begin(run);
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

  @Override
  public Optional<Versioned<Run>> find(String id) {
    return runs.find(id);
  }

  @Override
  public boolean ended(Run run) {
    return run.phase() == Phase.DONE;
  }

  @Override
  public int sequence(Run run) {
    return run.sequence();
  }

  @Override
  public Run givenUp(Run run, String why) {
    return run.failed(why, clock.instant());
  }

  @Override
  public Run waiting(Run run) {
    return run.waiting(clock.instant());
  }

  @Override
  public void store(Versioned<Run> run) {
    runs.write(run);
  }

  @Override
  public void send(StepMessage message, Duration delay) {
    queue.sendRunStep(message, delay);
  }

  @Override
  public String words(Run ended) {
    String reason = ended.error().isEmpty() ? "" : ": " + ended.error();
    return ended.status().code() + reason;
  }
}
