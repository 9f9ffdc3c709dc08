package io.crmsync.sync;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmFeed;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.MailboxState;
import io.crmsync.sync.port.MailboxState.Parked;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.Run;
import io.crmsync.sync.port.Run.Phase;
import io.crmsync.sync.port.RunCounts;
import io.crmsync.sync.port.RunStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the CRM's users and groups whole, and looks at what that means for mailboxes: those that
 * two users name are parked, those that can be tried again are (R22).
 */
public final class ReadDirectory {
  private static final int LOOKED_BACK = 30;

  private final CrmFeed crm;
  private final DirectoryStore directories;
  private final MailboxStore mailboxes;
  private final RunStore runs;
  private final WakePairs wake;
  private final SyncSettings settings;
  private final Clock clock;

  public ReadDirectory(
      CrmFeed crm,
      DirectoryStore directories,
      MailboxStore mailboxes,
      RunStore runs,
      WakePairs wake,
      SyncSettings settings,
      Clock clock) {
    this.crm = crm;
    this.directories = directories;
    this.mailboxes = mailboxes;
    this.runs = runs;
    this.wake = wake;
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
  Run begin(Run run) {
    if (run.mode().uninstalls()) {
      if (directories.latest().isEmpty()) {
        now();
      }
      return run.advanced(Phase.MAILBOXES, "", RunCounts.NONE, clock.instant());
    }
    Directory directory = now();
    visitMailboxes(directory);
    if (!settings.onRequest() && waitedBefore(run)) {
      directory.users().keySet().forEach(wake::open);
    }
    RunCounts counted =
        RunCounts.NONE
            .with(RunCounts.USERS_ACTIVE, directory.activeUsers())
            .with(RunCounts.GROUPS, directory.groups().size())
            .with(RunCounts.ON_REQUEST, settings.onRequest() ? 1 : 0);
    return run.advanced(Phase.PAGES, "", counted, clock.instant());
  }

  /**
   * Reads and stores. A failed read keeps what was stored before.
   *
   * @throws io.crmsync.sync.port.CrmUnavailable no answer
   * @throws CrmBroken an answer that cannot be believed, or no such group as SYNC_USERS_GROUP
   */
  public Directory now() {
    Directory directory = crm.directory();
    settings
        .audience()
        .pilot()
        .filter(group -> !directory.has(group))
        .ifPresent(
            group -> {
              throw new CrmBroken("SYNC_USERS_GROUP names " + group + ", a group the CRM lacks");
            });
    directories.store(directory);
    return directory;
  }

  /** R21: SYNC_NEW was onRequest in the last run that came as far as this. */
  private boolean waitedBefore(Run run) {
    return runs.list(Optional.of(run.runId()), LOOKED_BACK).stream()
        .map(before -> before.counts().values().get(RunCounts.ON_REQUEST))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .filter(waited -> waited > 0)
        .isPresent();
  }

  /** Parks, unparks and probes, as the directory and the time demand. */
  private void visitMailboxes(Directory directory) {
    Map<UserId, MailboxState> known =
        mailboxes.all().stream().collect(Collectors.toMap(MailboxState::user, Function.identity()));
    for (CrmUser user : directory.users().values()) {
      Optional<MailboxState> state = Optional.ofNullable(known.get(user.id()));
      if (user.active() && directory.mailboxTwice(user.mailbox())) {
        parkTwice(user.id(), state);
      } else {
        state.ifPresent(present -> visit(user, present));
      }
    }
  }

  private void parkTwice(UserId user, Optional<MailboxState> state) {
    boolean saidSo = state.flatMap(MailboxState::parked).filter(ReadDirectory::twice).isPresent();
    if (!saidSo) {
      Instant now = clock.instant();
      Parked parked =
          new Parked(MailboxDoor.TWICE, now, now.plus(Duration.ofHours(1)), Duration.ofHours(1));
      mailboxes.change(user, old -> old.parkedFor(parked));
    }
  }

  private void visit(CrmUser user, MailboxState state) {
    Optional<Parked> parked = state.parked();
    if (parked.filter(ReadDirectory::twice).isPresent()) {
      mailboxes.change(user.id(), MailboxState::inUse);
      wake.open(user.id());
    } else if (parked.filter(p -> !clock.instant().isBefore(p.nextTry())).isPresent()) {
      wake.probe(user.id());
    } else if (user.active() && state.address().filter(user.mailbox()::sameAs).isEmpty()) {
      wake.any(user.id());
    }
  }

  private static boolean twice(Parked parked) {
    return parked.reason().equals(MailboxDoor.TWICE);
  }
}
