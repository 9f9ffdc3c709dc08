package io.crmsync.sync.run;

import io.crmsync.domain.run.Run;
import io.crmsync.sync.dryrun.DryRunWiring;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.removal.RemovalWiring;
import io.crmsync.sync.snapshot.SnapshotWiring;
import io.crmsync.sync.step.StepEngine;
import io.crmsync.sync.sweep.SweepWiring;
import java.time.Clock;

/** How runs go on from step to step, made once for each instance of the app. */
public record RunWiring(
    StartRun startRun,
    StepEngine<Run> advanceRun,
    CountWaiting countWaiting,
    FailRun failRun,
    FindRuns findRuns,
    FindRunPairs findRunPairs) {

  public static RunWiring of(
      Environment given,
      SnapshotWiring snapshot,
      RemovalWiring removal,
      SweepWiring sweep,
      DryRunWiring dryRun) {
    Ports p = given.ports();
    Clock clock = given.clock();
    RunSteps steps =
        new RunSteps(
            p.runs(),
            p.queue(),
            clock,
            snapshot.beginRun(),
            new ResumeRequests(p.requests(), snapshot.open(), p.queue(), clock),
            new ForgetRequests(p.requests(), clock),
            snapshot.step(),
            snapshot.recordContacts(),
            dryRun.dryRun(),
            sweep.visit(),
            sweep.leave(),
            removal.step(),
            removal.heldLists());
    return new RunWiring(
        new StartRun(p.runs(), p.queue(), clock, given.ids()),
        new StepEngine<>(steps),
        new CountWaiting(p.due(), p.mailboxes(), p.directories()),
        new FailRun(p.runs(), p.queue(), clock),
        new FindRuns(p.runs()),
        new FindRunPairs(p.runs(), p.due(), p.reports(), p.requests()));
  }
}
