package io.crmsync.sync.sweep;

import io.crmsync.sync.mailbox.MailboxWiring;
import io.crmsync.sync.pair.PairWiring;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.preview.PreviewWiring;
import io.crmsync.sync.snapshot.SnapshotWiring;
import java.time.Clock;

/** How a run goes from mailbox to mailbox, made once for each instance of the app. */
public record SweepWiring(VisitMailboxes visit, LeaveMailboxes leave) {

  public static SweepWiring of(
      Environment given,
      MailboxWiring mailbox,
      PairWiring pair,
      SnapshotWiring snapshot,
      PreviewWiring preview) {
    Ports p = given.ports();
    Clock clock = given.clock();
    MarkedCopies marked =
        new MarkedCopies(
            mailbox.folders(), p.outlook(), mailbox.ask(), mailbox.owners(), p.directories());
    StrayCopies stray = new StrayCopies(p.contacts(), p.pairs(), preview.plans());
    ProposeStray propose =
        new ProposeStray(
            new StrayContact(snapshot.ask(), p.contacts(), clock),
            p.contacts(),
            p.pairs(),
            pair.propose(),
            mailbox.folders(),
            clock);
    ForgetCopies forget = new ForgetCopies(p.pairs(), p.due(), mailbox.folders(), clock);
    VisitMailboxes visit =
        new VisitMailboxes(
            new MailboxesToVisit(p.directories(), p.mailboxes(), given.settings().audience()),
            new EnterMailbox(mailbox.gate(), mailbox.resolve(), mailbox.parking()),
            new MailboxTasks(
                new SweepCopies(marked, stray, propose, clock),
                new ListMarked(marked, p.reports(), clock),
                new ClearMarked(marked, forget, clock)),
            clock);
    return new SweepWiring(visit, new LeaveMailboxes(visit, clock));
  }
}
