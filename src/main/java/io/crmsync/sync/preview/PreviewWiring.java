package io.crmsync.sync.preview;

import io.crmsync.sync.mailbox.MailboxWiring;
import io.crmsync.sync.pair.PairWiring;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.snapshot.SnapshotWiring;
import java.time.Clock;

/** How plans are shown without being carried out, made once for each instance of the app. */
public record PreviewWiring(
    PlanPairs plans,
    UserContacts userContacts,
    PreviewContacts previewContacts,
    ExplainPair explainPair) {

  public static PreviewWiring of(
      Environment given, MailboxWiring mailbox, PairWiring pair, SnapshotWiring snapshot) {
    Ports p = given.ports();
    Clock clock = given.clock();
    PairContacts stored = new StoredContacts(p.contacts(), p.lists());
    RememberedContacts remembered = new RememberedContacts(stored, clock);
    PlanPairs plans = plans(p, stored, pair);
    PlanPairs lately = plans(p, remembered, pair);
    UserContacts userContacts = new UserContacts(p.pairs(), plans, lately, remembered, clock);
    return new PreviewWiring(
        plans,
        userContacts,
        new PreviewContacts(snapshot.known(), mailbox.owners(), userContacts, mailbox.inspect()),
        new ExplainPair(
            snapshot.known(),
            mailbox.owners(),
            userContacts,
            mailbox.inspect(),
            new ReadCopy(mailbox.inspect(), mailbox.folders(), clock),
            given.settings(),
            clock));
  }

  private static PlanPairs plans(Ports p, PairContacts contacts, PairWiring pair) {
    return new PlanPairs(contacts, p.lists(), p.directories(), p.mailboxes(), pair.plan());
  }
}
