package io.crmsync.sync.preview;

import io.crmsync.sync.mailbox.MailboxWiring;
import io.crmsync.sync.pair.PairWiring;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.Surroundings;
import io.crmsync.sync.snapshot.SnapshotWiring;
import java.time.Clock;

/** How plans are shown without being carried out, made once for each instance of the app. */
public record PreviewWiring(
    PairForesight foresight,
    UserContacts userContacts,
    PreviewContacts previewContacts,
    ExplainPair explainPair) {

  public static PreviewWiring of(
      Surroundings given, MailboxWiring mailbox, PairWiring pair, SnapshotWiring snapshot) {
    Ports p = given.ports();
    Clock clock = given.clock();
    PairContacts stored = new StoredContacts(p.contacts(), p.lists());
    RememberedContacts remembered = new RememberedContacts(stored, clock);
    PairForesight foresight = foresight(p, stored, pair);
    PairForesight lately = foresight(p, remembered, pair);
    UserContacts userContacts = new UserContacts(p.pairs(), foresight, lately, remembered, clock);
    return new PreviewWiring(
        foresight,
        userContacts,
        new PreviewContacts(snapshot.known(), mailbox.owners(), userContacts, mailbox.glance()),
        new ExplainPair(
            snapshot.known(),
            mailbox.owners(),
            userContacts,
            mailbox.glance(),
            new ReadCopy(mailbox.glance(), mailbox.folders(), clock),
            given.settings(),
            clock));
  }

  private static PairForesight foresight(Ports p, PairContacts contacts, PairWiring pair) {
    return new PairForesight(contacts, p.lists(), p.directories(), p.mailboxes(), pair.plan());
  }
}
