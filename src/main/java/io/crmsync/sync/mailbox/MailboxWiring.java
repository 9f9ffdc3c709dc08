package io.crmsync.sync.mailbox;

import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.Surroundings;
import java.time.Clock;

/** How mailboxes are entered and looked at, made once for each instance of the app. */
public record MailboxWiring(
    FolderIndexes indexes,
    MailboxFolders folders,
    TrustedFolders trusted,
    ConfirmFolders confirm,
    WakePairs wake,
    Parking parking,
    AskIdentity ask,
    MailboxOwners owners,
    ParkTwice parkTwice,
    MailboxDoor door,
    MailboxGate gate,
    LookIntoMailbox look,
    GlanceAtMailbox glance,
    FindMailboxes findMailboxes) {

  public static MailboxWiring of(Surroundings given) {
    Ports p = given.ports();
    Clock clock = given.clock();
    FolderIndexes indexes = new FolderIndexes(clock);
    MailboxFolders folders = new MailboxFolders(p.mailboxes(), indexes, given.settings(), clock);
    WakePairs wake = new WakePairs(p.pairs(), p.mailboxes(), p.queue());
    MailboxMove move = new MailboxMove(p.mailboxes(), folders, wake, clock);
    AskIdentity ask = new AskIdentity(p.directories(), clock);
    MailboxOwners owners = new MailboxOwners(p.mailboxes());
    ParkTwice parkTwice = new ParkTwice(p.mailboxes(), clock);
    MailboxDoor door =
        new MailboxDoor(p.directories(), p.mailboxes(), p.outlook(), ask, owners, move, parkTwice);
    Parking parking = new Parking(p.mailboxes(), wake, clock);
    MailboxGate gate =
        new MailboxGate(
            door,
            new MailboxSlots(given.settings().mailboxConcurrency()),
            parking,
            p.mailboxes(),
            clock);
    return new MailboxWiring(
        indexes,
        folders,
        new TrustedFolders(p.mailboxes(), p.queue(), clock),
        new ConfirmFolders(p.mailboxes(), folders, p.pairs(), p.queue(), clock),
        wake,
        parking,
        ask,
        owners,
        parkTwice,
        door,
        gate,
        new LookIntoMailbox(folders, indexes, clock),
        new GlanceAtMailbox(gate, folders, clock),
        new FindMailboxes(p.mailboxes(), p.pairs(), clock));
  }
}
