package io.crmsync.sync.pair;

import io.crmsync.sync.mailbox.MailboxWiring;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import java.time.Clock;

/** How one pair is planned and brought about, made once for each instance of the app. */
public record PairWiring(
    PlanPair plan, ProposeRemoval propose, ReconcilePair reconcilePair, FailPair failPair) {

  public static PairWiring of(Environment given, MailboxWiring mailbox) {
    Ports p = given.ports();
    Clock clock = given.clock();
    PairClaims claims = new PairClaims(p.pairs(), clock, given.ids());
    PairEnding ending = new PairEnding(claims, p.due(), p.queue(), clock);
    ReconciledPairs results = new ReconciledPairs(p.requests(), clock);
    CloseRemoval close = new CloseRemoval(results, p.due());
    PlanPair plan = new PlanPair(p.due(), given.settings(), clock);
    ProposeRemoval propose = new ProposeRemoval(p.due(), clock);
    MailboxAccess access =
        new MailboxAccess(
            mailbox.gate(),
            mailbox.parking(),
            new RefusalsInARow(p.mailboxes(), p.pairs()),
            ending,
            p.queue());
    ReassignedMailbox reassigned =
        new ReassignedMailbox(
            p.directories(),
            p.contacts(),
            p.pairs(),
            mailbox.owners(),
            given.settings().audience(),
            clock);
    CarryOut carryOut =
        new CarryOut(
            p.pairs(),
            mailbox.folders(),
            mailbox.trusted(),
            mailbox.indexes(),
            given.settings(),
            reassigned,
            new FormerCopies(p.outlook(), mailbox.ask(), reassigned, p.due(), clock),
            new FormerCreates(p.outlook(), mailbox.ask(), propose));
    UninstallSwitch uninstall = new UninstallSwitch(p.runs(), clock);
    ReconcilePair reconcilePair =
        new ReconcilePair(
            uninstall,
            p.pairs(),
            new PairFacts(p.contacts(), p.lists(), p.directories(), p.mailboxes(), plan, propose),
            new SettlePair(p.pairs(), close),
            new WorkInMailbox(
                uninstall,
                access,
                claims,
                mailbox.confirm(),
                carryOut,
                close,
                ending,
                p.queue(),
                clock),
            results,
            p.queue(),
            clock);
    return new PairWiring(plan, propose, reconcilePair, new FailPair(p.pairs(), ending, results));
  }
}
