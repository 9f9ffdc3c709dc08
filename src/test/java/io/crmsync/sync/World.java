package io.crmsync.sync;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.run.Run;
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
import io.crmsync.sync.fakes.InMemorySyncListStore;
import io.crmsync.sync.mailbox.FindMailboxes;
import io.crmsync.sync.notice.EndNotice;
import io.crmsync.sync.notice.NoticeTask;
import io.crmsync.sync.notice.NotifyChanges;
import io.crmsync.sync.pair.FailPair;
import io.crmsync.sync.pair.ReconcilePair;
import io.crmsync.sync.pair.Reconciled;
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
import io.crmsync.sync.port.StorageUnavailable;
import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.port.SyncSettings;
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

/** The whole application over fakes, with a clock that goes on only when a test says so. */
final class World {
  static final Duration LEASE = Duration.ofMinutes(10);
  static final SyncSettings DEFAULTS = settings().build();

  final TestClock clock = new TestClock();
  final FakeCrm crm;
  final FakeMailboxes outlook;
  final InMemoryContactStore contacts = new InMemoryContactStore();
  final InMemoryPairStore pairs = new InMemoryPairStore();
  final InMemoryDueStore due = new InMemoryDueStore();
  final InMemorySyncListStore lists = new InMemorySyncListStore();
  final InMemoryDirectoryStore directories = new InMemoryDirectoryStore();
  final InMemoryMailboxStore mailboxes = new InMemoryMailboxStore();
  final InMemoryRunStore runs = new InMemoryRunStore();
  final InMemoryReportStore reports = new InMemoryReportStore();
  final InMemoryRequestStore requests = new InMemoryRequestStore();
  final InMemoryJobQueue queue = new InMemoryJobQueue(clock::instant);
  final List<String> journal = new ArrayList<>();
  SyncSettings settings;
  final Crashes crashes = new Crashes();
  private final AtomicLong nextId = new AtomicLong();

  StartRun startRun;
  StepEngine<Run> advanceRun;
  FailRun failRun;
  ReconcilePair reconcilePair;
  FailPair failPair;
  RecordContacts recordContacts;
  RequestSync requestSync;
  StopSync stopSync;
  FindRequest findRequest;
  FindRuns findRuns;
  FindRunPairs findRunPairs;
  FindMailboxes findMailboxes;
  DecideRemovals decideRemovals;
  NotifyChanges notifyChanges;
  StepEngine<NoticeTask> advanceNotice;
  EndNotice endNotice;
  PreviewContacts previewContacts;
  SyncSelected syncSelected;
  ExplainPair explainPair;

  World() {
    this(DEFAULTS);
  }

  World(SyncSettings settings) {
    this.settings = settings;
    this.crm = new FakeCrm();
    this.outlook = new FakeMailboxes(clock::instant);
    restart();
  }

  /** The same CRM and the same mailboxes, and all tables lost. */
  World(World before) {
    this(before, before.settings);
  }

  /** Likewise, with other settings. */
  World(World before, SyncSettings settings) {
    this.settings = settings;
    this.crm = before.crm;
    this.outlook = before.outlook;
    clock.forwardTo(before.clock.instant());
    restart();
  }

  /** A new instance of the app over the same storage: whatever was in memory is lost. */
  void restart() {
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
    CrmSource crm = crashes.watched(CrmSource.class, this.crm);
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
    notifyChanges = useCases.notices().notifyChanges();
    advanceNotice = useCases.notices().advanceNotice();
    endNotice = useCases.notices().endNotice();
    previewContacts = useCases.previews().previewContacts();
    syncSelected = useCases.requests().syncSelected();
    explainPair = useCases.previews().explainPair();
  }

  /** The use cases over the same storage, with another way to the CRM and to the queues. */
  UseCases useCases(CrmSource otherCrm, JobQueue otherQueue) {
    return useCases(otherCrm, otherQueue, clock);
  }

  /** A second instance over the same storage, whose clock may go before or after. */
  UseCases secondInstance(Clock itsClock) {
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

  /** The app is started again, over the same tables, with other settings. */
  World withSettings(SyncSettings newSettings) {
    settings = newSettings;
    restart();
    return this;
  }

  /** Other settings than the usual ones. */
  static WorldSettings settings() {
    return new WorldSettings();
  }

  /** A whole night: a run, and everything that follows from it; the clock goes on as needed. */
  Run night() {
    clock.forward(Duration.ofHours(23));
    orAgain(() -> startRun.nightly(), () -> {});
    if (runs.latest().isEmpty()) {
      startRun.nightly(); // killed before anything was written: the next night
    }
    drain();
    return runs.latest().orElseThrow().value();
  }

  /** Works until nothing is queued for the next 30 minutes. */
  void drain() {
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
  void workOne() {
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

  /** Looks at a pair, as an admin's own message would make it. */
  Reconciled look(String user, String contact, Lane lane) {
    return reconcilePair.reconcile(
        PairMessage.of(new PairId(new UserId(user), new ContactId(contact))), lane);
  }

  Pair pair(String user, String contact) {
    return pairs.find(new PairId(new UserId(user), new ContactId(contact))).value();
  }

  FakeMailbox mailbox(String user) {
    return outlook.at(user + "@example.com");
  }

  /** A user with a mailbox named after the id. */
  void user(String id) {
    crm.putUser(id, id + "@example.com", true);
  }

  /** The contacts of a user that are anywhere but in Deleted Items, and carry this mark. */
  List<OutlookContact> copies(String user, String contact) {
    return mailbox(user).contacts().stream()
        .filter(copy -> copy.mark().equals(Optional.of(contact)))
        .toList();
  }

  OutlookContact copy(String user, String contact) {
    List<OutlookContact> copies = copies(user, contact);
    if (copies.size() != 1) {
      throw new AssertionError(copies.size() + " copies of " + contact + " at " + user);
    }
    return copies.get(0);
  }

  FolderId folderOf(String user) {
    return mailboxes.of(new UserId(user)).folder().orElseThrow();
  }
}
