package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Phase;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.ParkSharedMailbox;
import io.crmsync.sync.mailbox.Parking;
import io.crmsync.sync.mailbox.WakePairs;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The first step of a run: users and groups are read, and it is found out what they mean for
 * mailboxes: those that two users name, or whose value is none, are parked, those that can be tried
 * again are (R22).
 */
public final class BeginRun {
  private final CrmSource crm;
  private final ReadDirectory read;
  private final DirectoryStore directories;
  private final MailboxStore mailboxes;
  private final MailboxVisits visits;
  private final WakePairs wake;
  private final ParkSharedMailbox parkShared;
  private final Parking parking;
  private final CatchUp catchUp;
  private final SyncSettings settings;
  private final Clock clock;

  BeginRun(
      CrmSource crm,
      ReadDirectory read,
      DirectoryStore directories,
      MailboxStore mailboxes,
      MailboxVisits visits,
      WakePairs wake,
      ParkSharedMailbox parkShared,
      Parking parking,
      CatchUp catchUp,
      SyncSettings settings,
      Clock clock) {
    this.crm = crm;
    this.read = read;
    this.directories = directories;
    this.mailboxes = mailboxes;
    this.visits = visits;
    this.wake = wake;
    this.parkShared = parkShared;
    this.parking = parking;
    this.catchUp = catchUp;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads, stores, and visits the mailboxes. An uninstall goes by what was stored last, so that it
   * does not depend on the CRM.
   *
   * @throws io.crmsync.sync.port.CrmUnavailable no answer
   * @throws CrmBroken an answer that cannot be believed, or no such group as SYNC_USERS_GROUP
   */
  public Run begin(Run run) {
    if (run.mode().uninstalls()) {
      if (directories.latest().isEmpty()) {
        read.betweenRuns();
      }
      return run.advanced(Phase.MAILBOXES, "", RunCounts.NONE, clock.instant());
    }
    Directory directory = read.now();
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
    return run.advanced(crm.gathers() ? Phase.GATHER : Phase.PAGES, "", counted, clock.instant());
  }

  /** R21: until a run finds that all who waited were reconciled, the next ones ask. */
  private boolean anyWaits(Run run, Directory directory) {
    if (settings.onRequest() || !visits.nobodyWaitsAnyMore(run)) {
      return settings.onRequest();
    }
    Set<UserId> inUse = new HashSet<>(directory.users().keySet());
    inUse.removeAll(visits.toPark(directory));
    return inUse.stream().anyMatch(catchUp::anyOpen);
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
