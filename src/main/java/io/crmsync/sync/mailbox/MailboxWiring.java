package io.crmsync.sync.mailbox;

import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import java.time.Clock;

/** How mailboxes are entered and read, made once for each instance of the app. */
public record MailboxWiring(
    FolderIndexes indexes,
    MailboxFolders folders,
    TrustedFolders trusted,
    ConfirmFolders confirm,
    WakePairs wake,
    Parking parking,
    AskIdentity ask,
    MailboxOwners owners,
    ParkSharedMailbox parkShared,
    ResolveMailbox resolve,
    MailboxGate gate,
    ReadMailboxContents contents,
    InspectMailbox inspect,
    FindMailboxes findMailboxes) {

  public static MailboxWiring of(Environment given) {
    Ports p = given.ports();
    Clock clock = given.clock();
    FolderIndexes indexes = new FolderIndexes(clock);
    MailboxFolders folders = new MailboxFolders(p.mailboxes(), indexes, given.settings(), clock);
    WakePairs wake = new WakePairs(p.pairs(), p.mailboxes(), p.queue());
    MailboxMove move = new MailboxMove(p.mailboxes(), folders, wake, clock);
    AskIdentity ask = new AskIdentity(p.directories(), clock);
    MailboxOwners owners = new MailboxOwners(p.mailboxes());
    ParkSharedMailbox parkShared = new ParkSharedMailbox(p.mailboxes(), clock);
    ResolveMailbox resolve =
        new ResolveMailbox(
            p.directories(), p.mailboxes(), p.outlook(), ask, owners, move, parkShared);
    Parking parking = new Parking(p.mailboxes(), wake, clock);
    MailboxGate gate =
        new MailboxGate(
            resolve,
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
        parkShared,
        resolve,
        gate,
        new ReadMailboxContents(folders, indexes, clock),
        new InspectMailbox(gate, folders, clock),
        new FindMailboxes(p.mailboxes(), p.pairs(), clock));
  }
}
