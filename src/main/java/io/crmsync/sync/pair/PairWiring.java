package io.crmsync.sync.pair;

import io.crmsync.sync.mailbox.FolderIndexes;
import io.crmsync.sync.mailbox.MailboxFolders;
import io.crmsync.sync.mailbox.MailboxWiring;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;

/** How one pair is planned and brought about, made once for each instance of the app. */
public record PairWiring(
    PlanPair plan, ProposeRemoval propose, ReconcilePair reconcilePair, FailPair failPair) {

  public static PairWiring of(Environment given, MailboxWiring mailbox) {
    Ports p = given.ports();
    Clock clock = given.clock();
    SyncSettings settings = given.settings();
    PlanPair plan = new PlanPair(p.due(), settings, clock);
    ProposeRemoval propose = new ProposeRemoval(p.due(), clock);
    RequestResults results = new RequestResults(p.requests(), clock);
    CloseRemoval close = new CloseRemoval(results, p.due());
    RetryPair again = new RetryPair(p.queue(), p.due(), clock);
    CountRefusals refusals = new CountRefusals(p.mailboxes(), p.pairs());
    PairGate gate = new PairGate(mailbox.gate(), mailbox.parking(), refusals, again);
    PairClaims claims = new PairClaims(p.pairs(), clock, given.ids());
    ReconcilePair reconcilePair =
        new ReconcilePair(
            new UninstallSwitch(p.runs(), clock),
            p.pairs(),
            new ReadPair(p.contacts(), p.lists(), p.directories(), p.mailboxes(), plan),
            propose,
            new RevokeAudience(p.contacts()),
            new SkipPair(p.pairs(), close),
            new CheckMailbox(gate, mailbox.confirm(), again),
            gate,
            claims,
            applying(given, mailbox, propose),
            new SettlePair(claims, gate, again, close, clock),
            again,
            results,
            clock);
    return new PairWiring(plan, propose, reconcilePair, new FailPair(p.pairs(), again, results));
  }

  private static ApplyPlan applying(
      Environment given, MailboxWiring mailbox, ProposeRemoval propose) {
    Ports p = given.ports();
    MailboxFolders folders = mailbox.folders();
    FolderIndexes indexes = mailbox.indexes();
    MarkSearch search = new MarkSearch(folders);
    WriteCopy write = new WriteCopy(folders, mailbox.trusted(), indexes);
    FirstWrite firstWrite =
        new FirstWrite(
            folders,
            search,
            write,
            new AdoptCopy(p.pairs(), write, given.settings().category()),
            indexes,
            given.settings().category());
    ReassignedMailbox reassigned =
        new ReassignedMailbox(
            p.directories(),
            p.contacts(),
            p.pairs(),
            mailbox.owners(),
            given.settings().audience(),
            given.clock());
    return new ApplyPlan(
        folders,
        firstWrite,
        new UpdateCopy(folders, mailbox.trusted(), indexes, firstWrite),
        new RemoveCopy(p.pairs(), folders, search, indexes, reassigned),
        new RecheckCreate(folders, search),
        new FormerCopies(p.outlook(), mailbox.ask(), reassigned, p.due(), given.clock()),
        new FormerCreates(p.outlook(), mailbox.ask(), propose));
  }
}
