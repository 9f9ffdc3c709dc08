package io.crmsync.sync;

import io.crmsync.sync.port.Ports;
import java.time.Clock;
import java.util.function.Supplier;

/** The use cases of one instance of the app, made from its ports. */
public final class UseCases {
  private final StartRun startRun;
  private final AdvanceRun advanceRun;
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
    MailboxMove move = new MailboxMove(p.mailboxes(), folders, wake);
    MailboxDoor door = new MailboxDoor(p.directories(), p.mailboxes(), p.outlook(), move);
    MailboxSlots slots = new MailboxSlots(settings.mailboxConcurrency());
    Parking parking = new Parking(p.mailboxes(), p.queue(), wake, clock);
    MailboxAccess access = new MailboxAccess(door, slots, parking, ending, p.queue(), clock);
    recordContacts =
        new RecordContacts(
            p.contacts(),
            p.lists(),
            p.due(),
            p.directories(),
            new FanOut(
                p.contacts(), p.pairs(), p.due(), p.queue(), new DueReview(p.pairs(), clock)),
            settings);
    ReadDirectory readDirectory =
        new ReadDirectory(p.crm(), p.directories(), p.mailboxes(), p.runs(), wake, settings, clock);
    KnownDirectory known = new KnownDirectory(p.directories(), readDirectory);

    OpenRemovals openRemovals = new OpenRemovals(p.due(), p.queue());
    HeldLists heldLists = new HeldLists(openRemovals, p.runs(), clock);
    PairFacts facts =
        new PairFacts(
            p.contacts(), p.lists(), p.due(), p.directories(), p.mailboxes(), settings, clock);
    MarkedCopies marked = new MarkedCopies(folders, p.outlook(), p.directories());
    startRun = new StartRun(p.runs(), p.queue(), clock, ids);
    advanceRun =
        new AdvanceRun(
            p.runs(),
            readDirectory,
            new SnapshotStep(p.crm(), recordContacts, settings, clock),
            new WalkMailboxes(
                new MailboxRoster(p.directories(), p.mailboxes(), settings.audience()),
                new EnterMailbox(door, slots, parking, p.mailboxes(), clock),
                clock),
            new MailboxErrands(
                new SweepCopies(
                    marked,
                    new StrayCopies(p.contacts(), p.pairs(), facts),
                    new ProposeStray(
                        p.crm(),
                        p.contacts(),
                        p.pairs(),
                        new ProposeRemoval(p.due(), clock),
                        folders,
                        clock),
                    clock),
                new ListMarked(marked, p.reports(), clock),
                new ClearMarked(
                    marked, new ForgetCopies(p.pairs(), p.due(), folders, clock), clock)),
            new RemovalStep(
                openRemovals, heldLists, p.pairs(), p.directories(), p.runs(), settings, clock),
            heldLists,
            p.queue(),
            clock);
    failRun = new FailRun(p.runs(), clock);
    syncContact =
        new SyncContact(
            new Departure(p.runs(), clock),
            p.pairs(),
            facts,
            access,
            claims,
            new CarryOut(p.pairs(), p.outlook(), folders, indexes, settings),
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
    UserContacts userContacts = new UserContacts(p.pairs(), facts, clock);
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
