package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.removal.Hold;
import io.crmsync.domain.removal.RemovalGuard;
import io.crmsync.domain.removal.RemovalGuard.Census;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.ParkSharedMailbox;
import io.crmsync.sync.mailbox.Parking;
import io.crmsync.sync.mailbox.WakePairs;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the CRM's users and groups whole, and looks at what that means for mailboxes: those that
 * two users name, or whose value is none, are parked, those that can be tried again are (R22).
 */
public final class ReadDirectory {
  private final CrmFeed crm;
  private final DirectoryStore directories;
  private final MailboxStore mailboxes;
  private final MailboxVisits visits;
  private final WakePairs wake;
  private final ParkSharedMailbox parkShared;
  private final Parking parking;
  private final CatchUp catchUp;
  private final PastRuns past;
  private final SyncSettings settings;
  private final Clock clock;

  ReadDirectory(
      CrmFeed crm,
      DirectoryStore directories,
      MailboxStore mailboxes,
      MailboxVisits visits,
      WakePairs wake,
      ParkSharedMailbox parkShared,
      Parking parking,
      CatchUp catchUp,
      PastRuns past,
      SyncSettings settings,
      Clock clock) {
    this.crm = crm;
    this.directories = directories;
    this.mailboxes = mailboxes;
    this.visits = visits;
    this.wake = wake;
    this.parkShared = parkShared;
    this.parking = parking;
    this.catchUp = catchUp;
    this.past = past;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The first step of a run: reads, stores, and visits the mailboxes. An uninstall goes by what was
   * stored last, so that it does not depend on the CRM.
   *
   * @throws io.crmsync.sync.port.CrmUnavailable no answer
   * @throws CrmBroken an answer that cannot be believed, or no such group as SYNC_USERS_GROUP
   */
  public Run begin(Run run) {
    if (run.mode().uninstalls()) {
      if (directories.latest().isEmpty()) {
        betweenRuns();
      }
      return run.advanced(Phase.MAILBOXES, "", RunCounts.NONE, clock.instant());
    }
    Directory directory = now();
    visits.of(directory).forEach(this::visit);
    Run counted = counted(run, directory);
    if (visits.nobodyWaitsAnyMore(run)) {
      directory.users().keySet().forEach(catchUp::ofOpen);
    }
    return counted;
  }

  /** The run with its first step done: its pages come next. */
  public Run counted(Run run, Directory directory) {
    RunCounts counted =
        RunCounts.NONE
            .with(RunCounts.USERS_ACTIVE, directory.activeUsers())
            .with(RunCounts.GROUPS, directory.groups().size())
            .with(RunCounts.ON_REQUEST, anyWaits(run, directory) ? 1 : 0);
    return run.advanced(Phase.PAGES, "", counted, clock.instant());
  }

  /** R21: until a run finds that all who waited were looked at, the next ones ask. */
  private boolean anyWaits(Run run, Directory directory) {
    if (settings.onRequest() || !visits.nobodyWaitsAnyMore(run)) {
      return settings.onRequest();
    }
    Set<UserId> inUse = new HashSet<>(directory.users().keySet());
    inUse.removeAll(visits.toPark(directory));
    return inUse.stream().anyMatch(catchUp::anyOpen);
  }

  /**
   * A reading that no run will judge.
   *
   * @param directory what counts now
   * @param doubt why what was read does not: it was not stored; empty: it does
   */
  public record Known(Directory directory, Optional<Hold> doubt) {}

  /**
   * Reads for whoever cannot wait for the next run, and stores what was read; unless it has fewer
   * than half as many active users or groups as are stored, or as the last run saw (R18, b). Then
   * what is stored goes on to count, and the next run settles which of the two is right.
   *
   * @throws io.crmsync.sync.port.CrmUnavailable no answer
   * @throws CrmBroken an answer that cannot be believed, or no such group as SYNC_USERS_GROUP
   */
  public Known betweenRuns() {
    Instant askedAt = clock.instant();
    Directory read = believed();
    Optional<Directory> stored = directories.latest();
    Optional<Hold> doubt = doubt(read, stored);
    if (doubt.isEmpty()) {
      return new Known(counting(read, askedAt), doubt);
    }
    return new Known(stored.orElseThrow(() -> new CrmBroken(doubt.get().words())), doubt);
  }

  /** A run may have stored its own reading and not have come to judging it, so it is no measure. */
  private Optional<Hold> doubt(Directory read, Optional<Directory> stored) {
    Stream<Census> measures =
        Stream.concat(
            stored.map(Census::of).stream(), past.newestWhole().map(PastRuns::census).stream());
    return measures
        .flatMap(measure -> RemovalGuard.fewer(Census.of(read), measure).stream())
        .findFirst();
  }

  /** Reads and stores. A failed read keeps what was stored before. */
  private Directory now() {
    Instant askedAt = clock.instant();
    return counting(believed(), askedAt);
  }

  /** Not what was read, if somebody asked later and was faster. */
  private Directory counting(Directory read, Instant askedAt) {
    directories.latest().ifPresent(before -> noteEarlierAddresses(before, read));
    directories.store(read, askedAt);
    return directories.latest().orElse(read);
  }

  /**
   * Where the table of mailboxes was lost, only the reading before tells which mailbox a user had
   * until now (R22).
   */
  private void noteEarlierAddresses(Directory before, Directory now) {
    before.users().values().stream()
        .filter(CrmUser::active)
        .forEach(
            user ->
                user.mailbox()
                    .filter(address -> changed(address, now.user(user.id())))
                    .ifPresent(address -> noteEarlier(user.id(), address)));
  }

  private static boolean changed(MailboxAddress before, Optional<CrmUser> user) {
    return user.filter(now -> now.mailbox().filter(before::sameAs).isEmpty()).isPresent();
  }

  private void noteEarlier(UserId user, MailboxAddress address) {
    if (mailboxes.of(user).address().isEmpty()) {
      mailboxes.change(user, state -> atUnlessKnown(state, address));
    }
  }

  private static MailboxState atUnlessKnown(MailboxState state, MailboxAddress address) {
    return state.address().isEmpty() ? state.at(address) : state;
  }

  /** Likewise, but stores nothing. */
  public Directory believed() {
    Directory directory = crm.directory();
    settings
        .audience()
        .pilot()
        .filter(group -> !directory.has(group))
        .ifPresent(
            group -> {
              throw new CrmBroken("SYNC_USERS_GROUP names " + group + ", a group the CRM lacks");
            });
    return directory;
  }

  private void visit(UserId user, MailboxVisits.VisitReason visit) {
    switch (visit) {
      case PARK_SHARED -> parkShared.of(user);
      case PARK_UNKNOWN -> parkUnknown(user);
      case UNPARK -> {
        parking.end(user);
        wake.probe(user); // its value may have changed
      }
      case PROBE, SETTLE_IN -> wake.probe(user);
      case CATCH_UP -> catchUp.of(user);
      case CONFIRM_FOLDERS -> {
        wake.confirmFolders(user);
        catchUp.of(user);
      }
    }
  }

  private void parkUnknown(UserId user) {
    Instant now = clock.instant();
    Duration pause = Duration.ofHours(1);
    Parked parked = new Parked(Why.of(Reason.MAILBOX_UNKNOWN), now, now.plus(pause), pause);
    mailboxes.change(user, old -> old.parkedFor(parked));
  }
}
