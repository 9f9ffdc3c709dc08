package io.crmsync.sync.snapshot;

import io.crmsync.sync.mailbox.MailboxWiring;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;

/** How the CRM is read and recorded, made once for each instance of the app. */
public record SnapshotWiring(
    PastRuns pastRuns,
    MailboxVisits visits,
    ReadDirectory readDirectory,
    BeginRun beginRun,
    KnownDirectory known,
    OpenPairs open,
    PlanPage plan,
    RecordContacts recordContacts,
    AskById ask,
    SnapshotStep step) {

  public static SnapshotWiring of(Environment given, MailboxWiring mailbox) {
    Ports p = given.ports();
    Clock clock = given.clock();
    SyncSettings settings = given.settings();
    PastRuns past = new PastRuns(p.runs());
    MailboxVisits visits = new MailboxVisits(p.mailboxes(), p.runs(), settings, clock);
    OpenPairs open = new OpenPairs(p.pairs(), p.contacts(), p.due(), p.mailboxes(), settings);
    ReadDirectory readDirectory =
        new ReadDirectory(
            p.crm(), p.directories(), new EarlierAddresses(p.mailboxes()), past, settings, clock);
    BeginRun beginRun =
        new BeginRun(
            p.crm(),
            readDirectory,
            p.directories(),
            p.mailboxes(),
            visits,
            mailbox.wake(),
            mailbox.parkShared(),
            mailbox.parking(),
            new CatchUp(open, p.pairs(), p.mailboxes(), p.queue()),
            settings,
            clock);
    CompareContacts join = new CompareContacts(p.contacts(), p.lists(), p.due(), settings);
    AskById ask = new AskById(p.crm(), settings.removalLimit());
    PlanPage plan = new PlanPage(join, open, new DueReview(p.pairs(), clock));
    FanOut fanOut = new FanOut(p.contacts(), p.pairs(), p.due(), p.queue(), plan);
    return new SnapshotWiring(
        past,
        visits,
        readDirectory,
        beginRun,
        new KnownDirectory(p.directories(), readDirectory),
        open,
        plan,
        new RecordContacts(p.contacts(), p.directories(), join, plan, fanOut),
        ask,
        new SnapshotStep(p.crm(), join, new AskAbsent(ask, p.pairs(), clock), settings, clock));
  }
}
