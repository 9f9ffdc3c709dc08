package io.crmsync.sync.world;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.UseCases;
import io.crmsync.sync.fakes.FakeCrm;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.FakeMailboxes;
import io.crmsync.sync.fakes.InMemoryContactStore;
import io.crmsync.sync.fakes.InMemoryDirectoryStore;
import io.crmsync.sync.fakes.InMemoryDueStore;
import io.crmsync.sync.fakes.InMemoryJobQueue;
import io.crmsync.sync.fakes.InMemoryMailboxStore;
import io.crmsync.sync.fakes.InMemoryPairStore;
import io.crmsync.sync.fakes.InMemoryReportStore;
import io.crmsync.sync.fakes.InMemoryRequestStore;
import io.crmsync.sync.fakes.InMemoryRunStore;
import io.crmsync.sync.fakes.InMemorySpool;
import io.crmsync.sync.fakes.InMemorySyncListStore;
import io.crmsync.sync.fakes.UnorderedCrm;
import io.crmsync.sync.gather.GatheredSource;
import io.crmsync.sync.mailbox.FindMailboxes;
import io.crmsync.sync.notice.AcceptNotice;
import io.crmsync.sync.notice.EndNotice;
import io.crmsync.sync.notice.NoticeTask;
import io.crmsync.sync.pair.FailPair;
import io.crmsync.sync.pair.ReconcilePair;
import io.crmsync.sync.pair.ReconcileResult;
import io.crmsync.sync.port.ContactStore;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.Mailboxes;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.PairStore;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.ReportStore;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.Spool;
import io.crmsync.sync.port.StorageUnavailable;
import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.port.SyncSettings;
import io.crmsync.sync.port.UnorderedSource;
import io.crmsync.sync.preview.ExplainPair;
import io.crmsync.sync.preview.PreviewContacts;
import io.crmsync.sync.removal.DecideRemovals;
import io.crmsync.sync.request.FindRequest;
import io.crmsync.sync.request.RequestSync;
import io.crmsync.sync.request.StopSync;
import io.crmsync.sync.request.SyncSelected;
import io.crmsync.sync.run.FailRun;
import io.crmsync.sync.run.FindRunPairs;
import io.crmsync.sync.run.FindRuns;
import io.crmsync.sync.run.StartRun;
import io.crmsync.sync.snapshot.RecordContacts;
import io.crmsync.sync.step.StepEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The whole application over fakes, with a clock that goes on only when a test says so.
 *
 * <p>A test puts users and contacts into {@link #crm}, lets a {@link #night} pass or works through
 * what is queued, and looks at what is in {@link #outlook} and in the stores. The stores are what
 * the application's ports reach; a test may read and change them as it likes. Users' mailboxes are
 * at {@code <id>@example.com}. Not for several threads.
 */
public final class World {
  /** How long a queue hides a message whose work was broken off. */
  public static final Duration LEASE = Duration.ofMinutes(10);

  /** What a world has that is given no settings: see {@link WorldSettings}. */
  public static final SyncSettings DEFAULTS = settings().build();

  public final TestClock clock = new TestClock();
  public final FakeCrm crm;
  private final UnorderedCrm unordered;
  private final InMemorySpool spool = new InMemorySpool();
  private boolean gathers;
  public final FakeMailboxes outlook;
  public final InMemoryContactStore contacts = new InMemoryContactStore();
  public final InMemoryPairStore pairs = new InMemoryPairStore();
  public final InMemoryDueStore due = new InMemoryDueStore();
  public final InMemorySyncListStore lists = new InMemorySyncListStore();
  public final InMemoryDirectoryStore directories = new InMemoryDirectoryStore();
  public final InMemoryMailboxStore mailboxes = new InMemoryMailboxStore();
  public final InMemoryRunStore runs = new InMemoryRunStore();
  public final InMemoryReportStore reports = new InMemoryReportStore();
  public final InMemoryRequestStore requests = new InMemoryRequestStore();
  public final InMemoryJobQueue queue = new InMemoryJobQueue(clock::instant);

  /** What steps of runs and notices said of their work, in order. */
  public final List<String> journal = new ArrayList<>();

  /** In force since the last {@link #restart}. */
  public SyncSettings settings;

  /** Watches every call of this instance to a port, and kills it where a test says so. */
  public final Crashes crashes = new Crashes();

  private final AtomicLong nextId = new AtomicLong();

  // The use cases of the instance that runs now: others after each restart.

  public StartRun startRun;
  public StepEngine<Run> advanceRun;
  public FailRun failRun;
  public ReconcilePair reconcilePair;
  public FailPair failPair;
  public RecordContacts recordContacts;
  public RequestSync requestSync;
  public StopSync stopSync;
  public FindRequest findRequest;
  public FindRuns findRuns;
  public FindRunPairs findRunPairs;
  public FindMailboxes findMailboxes;
  public DecideRemovals decideRemovals;
  public AcceptNotice acceptNotice;
  public StepEngine<NoticeTask> advanceNotice;
  public EndNotice endNotice;
  public PreviewContacts previewContacts;
  public SyncSelected syncSelected;
  public ExplainPair explainPair;

  /** An empty world with {@link #DEFAULTS}. */
  public World() {
    this(DEFAULTS);
  }

  /** An empty world: no user, no contact, nothing stored, nothing queued. */
  public World(SyncSettings settings) {
    this.settings = settings;
    this.crm = new FakeCrm();
    this.unordered = new UnorderedCrm(crm);
    this.outlook = new FakeMailboxes(clock::instant);
    restart();
  }

  /** The same CRM, mailboxes, time and settings, and all tables and queues lost. */
  public World(World before) {
    this(before, before.settings);
  }

  /** The same CRM, mailboxes and time, all tables and queues lost, and other settings. */
  public World(World before, SyncSettings settings) {
    this.settings = settings;
    this.crm = before.crm;
    this.unordered = new UnorderedCrm(crm);
    this.outlook = before.outlook;
    clock.forwardTo(before.clock.instant());
    restart();
  }

  /** A new instance of the app over the same storage: whatever was in memory is lost. */
  public void restart() {
    ContactStore contacts = crashes.watched(ContactStore.class, this.contacts);
    PairStore pairs = crashes.watched(PairStore.class, this.pairs);
    DueStore due = crashes.watched(DueStore.class, this.due);
    SyncListStore lists = crashes.watched(SyncListStore.class, this.lists);
    DirectoryStore directories = crashes.watched(DirectoryStore.class, this.directories);
    MailboxStore mailboxes = crashes.watched(MailboxStore.class, this.mailboxes);
    RunStore runs = crashes.watched(RunStore.class, this.runs);
    ReportStore reports = crashes.watched(ReportStore.class, this.reports);
    RequestStore requests = crashes.watched(RequestStore.class, this.requests);
    JobQueue queue = crashes.watched(JobQueue.class, this.queue);
    CrmSource crm = source();
    Mailboxes outlook = crashes.watched(Mailboxes.class, this.outlook);
    Supplier<String> ids = () -> "id" + nextId.incrementAndGet();
    UseCases useCases =
        UseCases.of(
            new Environment(
                new Ports(
                    crm,
                    outlook,
                    contacts,
                    pairs,
                    due,
                    lists,
                    directories,
                    mailboxes,
                    runs,
                    reports,
                    requests,
                    queue),
                settings,
                clock,
                ids));
    startRun = useCases.runs().startRun();
    advanceRun = useCases.runs().advanceRun();
    failRun = useCases.runs().failRun();
    reconcilePair = useCases.pairs().reconcilePair();
    failPair = useCases.pairs().failPair();
    recordContacts = useCases.snapshot().recordContacts();
    requestSync = useCases.requests().requestSync();
    stopSync = useCases.requests().stopSync();
    findRequest = useCases.requests().findRequest();
    findRuns = useCases.runs().findRuns();
    findRunPairs = useCases.runs().findRunPairs();
    findMailboxes = useCases.mailboxes().findMailboxes();
    decideRemovals = useCases.removals().decideRemovals();
    acceptNotice = useCases.notices().acceptNotice();
    advanceNotice = useCases.notices().advanceNotice();
    endNotice = useCases.notices().endNotice();
    previewContacts = useCases.previews().previewContacts();
    syncSelected = useCases.requests().syncSelected();
    explainPair = useCases.previews().explainPair();
  }

  private CrmSource source() {
    if (!gathers) {
      return crashes.watched(CrmSource.class, crm);
    }
    UnorderedSource backwards = crashes.watched(UnorderedSource.class, unordered);
    return new GatheredSource(backwards, crashes.watched(Spool.class, spool), 3);
  }

  /**
   * From now on the CRM has no order: runs gather its contacts before they page; gives this world.
   */
  public World gathering() {
    gathers = true;
    restart();
    return this;
  }

  /**
   * Another instance over the same storage and mailboxes, which {@link #crashes} does not watch.
   *
   * @param otherCrm what it reads in the place of {@link #crm}
   * @param otherQueue what it sends messages to in the place of {@link #queue}
   */
  public UseCases useCases(CrmSource otherCrm, JobQueue otherQueue) {
    return useCases(otherCrm, otherQueue, clock);
  }

  /** A second instance over the same storage, whose clock may go before or after. */
  public UseCases secondInstance(Clock itsClock) {
    return useCases(crm, queue, itsClock);
  }

  private UseCases useCases(CrmSource otherCrm, JobQueue otherQueue, Clock itsClock) {
    return UseCases.of(
        new Environment(
            new Ports(
                otherCrm,
                outlook,
                contacts,
                pairs,
                due,
                lists,
                directories,
                mailboxes,
                runs,
                reports,
                requests,
                otherQueue),
            settings,
            itsClock,
            () -> "id" + nextId.incrementAndGet()));
  }

  /** The app is started again, over the same tables, with other settings; gives this world. */
  public World withSettings(SyncSettings newSettings) {
    settings = newSettings;
    restart();
    return this;
  }

  /** Settings to be changed and built: {@code World.settings().limit(0).build()}. */
  public static WorldSettings settings() {
    return new WorldSettings();
  }

  /**
   * A whole night: 23 hours pass, a run is started, and what is visible in the half hour after that
   * is worked on, as by {@link #drain}.
   *
   * @return the latest run as it is stored then
   */
  public Run night() {
    clock.forward(Duration.ofHours(23));
    orAgain(() -> startRun.nightly(), () -> {});
    if (runs.latest().isEmpty()) {
      startRun.nightly(); // killed before anything was written: the next night
    }
    drain();
    return runs.latest().orElseThrow().value();
  }

  /** Works, and lets time pass, until nothing is visible within 30 minutes from now. */
  public void drain() {
    Instant end = clock.instant().plus(Duration.ofMinutes(30));
    while (!queue.firstVisibleAt().isAfter(end)) {
      clock.forwardTo(queue.firstVisibleAt());
      workOne();
    }
  }

  /**
   * One message of each queue. Who is killed with a message in hand, or finds no storage, gets it
   * again, 10 minutes later.
   */
  public void workOne() {
    queue
        .runSteps()
        .takeNext()
        .ifPresent(
            step ->
                orAgain(
                    () -> advanceRun.step(step, journal::add),
                    () -> queue.sendRunStep(step, LEASE)));
    queue
        .changes()
        .takeNext()
        .ifPresent(
            step ->
                orAgain(
                    () -> journal.add(advanceNotice.step(step, journal::add).words()),
                    () -> queue.sendChanges(step, LEASE)));
    for (Lane lane : Lane.values()) {
      queue
          .pairs(lane)
          .takeNext()
          .ifPresent(
              message ->
                  orAgain(
                      () -> reconcilePair.reconcile(message, lane),
                      () -> queue.sendPair(message, lane, LEASE)));
    }
  }

  private void orAgain(Runnable work, Runnable again) {
    try {
      work.run();
    } catch (Crashes.Killed e) {
      again.run();
      restart();
    } catch (StorageUnavailable e) {
      again.run(); // as the host does: the instance lives on, with what it remembers
    }
  }

  /**
   * Reconciles a pair at once, as its message from this lane would; what is thrown is not caught.
   *
   * @return what became of it
   */
  public ReconcileResult reconcile(String user, String contact, Lane lane) {
    return reconcilePair.reconcile(
        PairMessage.of(new PairId(new UserId(user), new ContactId(contact))), lane);
  }

  /** The pair's row; of one that has none: a pair of which nothing is known. */
  public Pair pair(String user, String contact) {
    return pairs.find(new PairId(new UserId(user), new ContactId(contact))).value();
  }

  /** The mailbox at the address that {@link #user} gives, whoever has it now. */
  public FakeMailbox mailbox(String user) {
    return outlook.at(user + "@example.com");
  }

  /** An active user of the CRM, whose mailbox is {@code <id>@example.com}. */
  public void user(String id) {
    crm.putUser(id, id + "@example.com", true);
  }

  /** The contact as the CRM has it; it must have it. */
  public CrmContact contact(String id) {
    return crm.find(new ContactId(id)).orElseThrow();
  }

  /** The contacts of a user that are anywhere but in Deleted Items, and carry this mark. */
  public List<OutlookContact> copies(String user, String contact) {
    return mailbox(user).contacts().stream()
        .filter(copy -> copy.mark().equals(Optional.of(contact)))
        .toList();
  }

  /** The one of {@link #copies}; fails unless there is exactly one. */
  public OutlookContact copy(String user, String contact) {
    List<OutlookContact> copies = copies(user, contact);
    if (copies.size() != 1) {
      throw new AssertionError(copies.size() + " copies of " + contact + " at " + user);
    }
    return copies.get(0);
  }

  /** The folder that is stored as the user's; there must be one. */
  public FolderId folderOf(String user) {
    return mailboxes.of(new UserId(user)).folder().orElseThrow();
  }
}
