package io.crmsync.sync.request;

import io.crmsync.sync.mailbox.MailboxWiring;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.preview.PreviewWiring;
import io.crmsync.sync.snapshot.SnapshotWiring;
import java.time.Clock;

/** What a user may ask for, made once for each instance of the app. */
public record RequestWiring(
    RequestSync requestSync,
    StopSync stopSync,
    SyncSelected syncSelected,
    FindRequest findRequest) {

  public static RequestWiring of(
      Environment given, MailboxWiring mailbox, SnapshotWiring snapshot, PreviewWiring preview) {
    Ports p = given.ports();
    Clock clock = given.clock();
    return new RequestWiring(
        new RequestSync(
            snapshot.known(),
            mailbox.owners(),
            p.crm(),
            p.lists(),
            p.requests(),
            new AskForPair(p.pairs()),
            snapshot.recordContacts(),
            p.queue(),
            given.settings(),
            clock,
            given.ids()),
        new StopSync(
            snapshot.known(),
            mailbox.owners(),
            p.contacts(),
            p.lists(),
            p.due(),
            preview.userContacts(),
            p.requests(),
            p.queue(),
            given.settings(),
            clock,
            given.ids()),
        new SyncSelected(
            snapshot.known(),
            mailbox.owners(),
            preview.userContacts(),
            mailbox.inspect(),
            p.pairs(),
            p.requests(),
            p.queue(),
            clock,
            given.ids()),
        new FindRequest(snapshot.known(), p.requests()));
  }
}
