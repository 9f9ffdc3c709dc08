package io.crmsync.sync.notice;

import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.removal.RemovalWiring;
import io.crmsync.sync.snapshot.SnapshotWiring;
import io.crmsync.sync.step.StepEngine;
import java.time.Clock;

/** What becomes of a change notice, made once for each instance of the app. */
public record NoticeWiring(
    AcceptNotice acceptNotice, StepEngine<NoticeTask> advanceNotice, EndNotice endNotice) {

  public static NoticeWiring of(Environment given, SnapshotWiring snapshot, RemovalWiring removal) {
    Ports p = given.ports();
    Clock clock = given.clock();
    EndNotice end = new EndNotice(p.requests(), clock);
    NoticeReading reading =
        new NoticeReading(p.crm(), snapshot.recordContacts(), p.requests(), clock);
    NoticeRemovals removals =
        new NoticeRemovals(
            p.contacts(),
            p.due(),
            p.requests(),
            p.queue(),
            new NoticeGuard(p.runs(), p.directories(), removal.guard()),
            clock);
    return new NoticeWiring(
        new AcceptNotice(p.requests(), p.queue(), clock, given.ids()),
        new StepEngine<>(
            new NoticeSteps(
                p.requests(), snapshot.readDirectory(), reading, removals, end, p.queue(), clock)),
        end);
  }
}
