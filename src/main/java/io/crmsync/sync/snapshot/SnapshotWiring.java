package io.crmsync.sync.snapshot;

import io.crmsync.sync.mailbox.MailboxWiring;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.Surroundings;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;

/** How the CRM is read and recorded, made once for each instance of the app. */
public record SnapshotWiring(
    PastRuns pastRuns,
    MailboxVisits visits,
    ReadDirectory readDirectory,
    KnownDirectory known,
    JoinContacts join,
    DueReview review,
    RecordContacts recordContacts,
    SnapshotStep step) {

  public static SnapshotWiring of(Surroundings given, MailboxWiring mailbox) {
    Ports p = given.ports();
    Clock clock = given.clock();
    SyncSettings settings = given.settings();
    MailboxVisits visits = new MailboxVisits(p.mailboxes(), p.runs(), settings, clock);
    ReadDirectory readDirectory =
        new ReadDirectory(
            p.crm(),
            p.directories(),
            p.mailboxes(),
            visits,
            mailbox.wake(),
            mailbox.parkTwice(),
            mailbox.endParking(),
            settings,
            clock);
    JoinContacts join = new JoinContacts(p.contacts(), p.lists(), p.due(), settings);
    DueReview review = new DueReview(p.pairs(), clock);
    FanOut fanOut = new FanOut(p.contacts(), p.pairs(), p.due(), p.queue(), review);
    return new SnapshotWiring(
        new PastRuns(p.runs()),
        visits,
        readDirectory,
        new KnownDirectory(p.directories(), readDirectory),
        join,
        review,
        new RecordContacts(p.contacts(), p.directories(), join, fanOut),
        new SnapshotStep(p.crm(), settings, clock));
  }
}
