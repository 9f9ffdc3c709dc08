package io.crmsync.sync;

import io.crmsync.sync.port.Ports;
import java.time.Clock;
import java.util.function.Supplier;

/** The use cases of one instance of the app, made from its ports. */
public final class UseCases {
  private final StartRun startRun;
  private final AdvanceRun advanceRun;
  private final DoStep doStep;
  private final TakeStock takeStock;
  private final FailRun failRun;
  private final SyncContact syncContact;
  private final FailPair failPair;
  private final RecordContacts recordContacts;
  private final RequestSync requestSync;
  private final StopSync stopSync;
  private final FindRequest findRequest;
  private final FindRuns findRuns;
  private final FindRunPairs findRunPairs;
  private final FindMailboxes findMailboxes;
  private final DecideRemovals decideRemovals;
  private final NotifyChanges notifyChanges;
  private final AdvanceNotice advanceNotice;
  private final EndNotice endNotice;
  private final PreviewContacts previewContacts;
  private final SyncSelected syncSelected;
  private final ExplainPair explainPair;

  /**
   * Wires them.
   *
   * @param clock the only one
   * @param ids gives a new random id each time
   */
  public UseCases(Ports p, SyncSettings settings, Clock clock, Supplier<String> ids) {
    FolderIndexes indexes = new FolderIndexes(clock);
    MailboxFolders folders = new MailboxFolders(p.mailboxes(), indexes, settings, clock);
    WakePairs wake = new WakePairs(p.pairs(), p.queue());
    PairClaims claims = new PairClaims(p.pairs(), clock, ids);
    PairEnding ending = new PairEnding(claims, p.mailboxes(), p.due(), p.queue(), clock);
    LookResults results = new LookResults(p.requests(), clock);
    MailboxMove move = new MailboxMove(p.mailboxes(), folders, wake, clock);
    MailboxDoor door = new MailboxDoor(p.directories(), p.mailboxes(), p.outlook(), move);
    MailboxSlots slots = new MailboxSlots(settings.mailboxConcurrency());
    Parking parking = new Parking(p.mailboxes(), p.queue(), wake, clock);
    MailboxAccess access = new MailboxAccess(door, slots, parking, ending, p.queue(), clock);
    JoinContacts join = new JoinContacts(p.contacts(), p.lists(), p.due(), settings);
    DueReview review = new DueReview(p.pairs(), clock);
    recordContacts =
        new RecordContacts(
            p.contacts(),
            p.directories(),
            join,
            new FanOut(p.contacts(), p.pairs(), p.due(), p.queue(), review));
    MailboxVisits visits = new MailboxVisits(p.mailboxes(), p.runs(), settings, clock);
    ReadDirectory readDirectory =
        new ReadDirectory(p.crm(), p.directories(), p.mailboxes(), visits, wake, settings, clock);
    KnownDirectory known = new KnownDirectory(p.directories(), readDirectory);

    OpenRemovals openRemovals = new OpenRemovals(p.due(), p.queue());
    HeldLists heldLists = new HeldLists(openRemovals, p.runs(), clock);
    PlanPair planPair = new PlanPair(p.due(), settings);
    ProposeRemoval propose = new ProposeRemoval(p.due(), clock);
    PairForesight foresight =
        new PairForesight(p.contacts(), p.lists(), p.directories(), p.mailboxes(), planPair);
    MarkedCopies marked = new MarkedCopies(folders, p.outlook(), p.directories());
    startRun = new StartRun(p.runs(), p.queue(), clock, ids);
    SnapshotStep snapshot = new SnapshotStep(p.crm(), settings, clock);
    RemovalStep removals =
        new RemovalStep(
            openRemovals, heldLists, p.pairs(), p.directories(), p.runs(), settings, clock);
    DryRun dryRun =
        new DryRun(
            readDirectory,
            visits,
            snapshot,
            new ForeseePage(join, review, p.pairs(), new ForeseenPair(foresight), p.reports()),
            new SettleReport(
                p.reports(),
                p.pairs(),
                new LookIntoMailbox(door, folders, indexes, clock),
                slots,
                clock),
            removals,
            p.reports(),
            new PastRuns(p.runs()),
            clock);
    WalkMailboxes walk =
        new WalkMailboxes(
            new MailboxRoster(p.directories(), p.mailboxes(), settings.audience()),
            new EnterMailbox(door, slots, parking, p.mailboxes(), clock),
            new MailboxErrands(
                new SweepCopies(
                    marked,
                    new StrayCopies(p.contacts(), p.pairs(), foresight),
                    new ProposeStray(p.crm(), p.contacts(), p.pairs(), propose, folders, clock),
                    clock),
                new ListMarked(marked, p.reports(), clock),
                new ClearMarked(
                    marked, new ForgetCopies(p.pairs(), p.due(), folders, clock), clock)),
            clock);
    RunPhases phases =
        new RunPhases(
            readDirectory,
            snapshot,
            recordContacts,
            dryRun,
            walk,
            new LeaveMailboxes(walk, clock),
            removals,
            heldLists);
    advanceRun = new AdvanceRun(p.runs(), phases, p.queue(), clock);
    doStep = new DoStep(p.runs(), advanceRun);
    takeStock = new TakeStock(p.due(), p.mailboxes(), p.directories());
    failRun = new FailRun(p.runs(), clock);
    CloseRemoval closeRemoval = new CloseRemoval(results, p.due());
    syncContact =
        new SyncContact(
            new Departure(p.runs(), clock),
            p.pairs(),
            new PairFacts(
                p.contacts(), p.lists(), p.directories(), p.mailboxes(), planPair, propose),
            new SettlePair(p.pairs(), closeRemoval),
            new WorkInMailbox(
                access,
                claims,
                new CarryOut(p.pairs(), p.outlook(), folders, indexes, settings),
                closeRemoval,
                p.queue(),
                clock),
            results,
            p.queue(),
            clock);
    failPair = new FailPair(p.pairs(), ending, results);
    requestSync =
        new RequestSync(
            known,
            p.crm(),
            p.lists(),
            p.requests(),
            new AskForPair(p.pairs()),
            recordContacts,
            p.queue(),
            settings,
            clock,
            ids);
    stopSync =
        new StopSync(
            known, p.contacts(), p.lists(), p.due(), p.requests(), p.queue(), settings, clock, ids);
    findRequest = new FindRequest(known, p.requests());
    findRuns = new FindRuns(p.runs());
    findRunPairs = new FindRunPairs(p.runs(), p.due(), p.reports());
    findMailboxes = new FindMailboxes(p.mailboxes(), p.pairs(), clock);
    decideRemovals = new DecideRemovals(p.runs(), p.queue(), clock);

    notifyChanges = new NotifyChanges(p.requests(), p.queue(), clock, ids);
    endNotice = new EndNotice(p.requests(), clock);
    advanceNotice =
        new AdvanceNotice(
            p.requests(),
            readDirectory,
            new NoticeReading(p.crm(), recordContacts, p.requests(), clock),
            new NoticeRemovals(
                p.contacts(),
                p.due(),
                p.requests(),
                p.queue(),
                new NoticeGuard(p.pairs(), p.directories(), settings),
                clock),
            endNotice,
            p.queue());
    GlanceAtMailbox glance = new GlanceAtMailbox(door, slots, folders, p.mailboxes(), clock);
    UserContacts userContacts = new UserContacts(p.pairs(), foresight, clock);
    previewContacts = new PreviewContacts(known, userContacts, glance);
    explainPair =
        new ExplainPair(
            known, userContacts, glance, new ReadCopy(glance, folders, clock), settings, clock);
    syncSelected =
        new SyncSelected(
            known, userContacts, glance, p.pairs(), p.requests(), p.queue(), clock, ids);
  }

  public StartRun startRun() {
    return startRun;
  }

  public AdvanceRun advanceRun() {
    return advanceRun;
  }

  public DoStep doStep() {
    return doStep;
  }

  public TakeStock takeStock() {
    return takeStock;
  }

  public FailRun failRun() {
    return failRun;
  }

  public SyncContact syncContact() {
    return syncContact;
  }

  public FailPair failPair() {
    return failPair;
  }

  public RecordContacts recordContacts() {
    return recordContacts;
  }

  public RequestSync requestSync() {
    return requestSync;
  }

  public StopSync stopSync() {
    return stopSync;
  }

  public FindRequest findRequest() {
    return findRequest;
  }

  public FindRuns findRuns() {
    return findRuns;
  }

  public FindRunPairs findRunPairs() {
    return findRunPairs;
  }

  public FindMailboxes findMailboxes() {
    return findMailboxes;
  }

  public DecideRemovals decideRemovals() {
    return decideRemovals;
  }

  public NotifyChanges notifyChanges() {
    return notifyChanges;
  }

  public AdvanceNotice advanceNotice() {
    return advanceNotice;
  }

  public EndNotice endNotice() {
    return endNotice;
  }

  public PreviewContacts previewContacts() {
    return previewContacts;
  }

  public SyncSelected syncSelected() {
    return syncSelected;
  }

  public ExplainPair explainPair() {
    return explainPair;
  }
}
