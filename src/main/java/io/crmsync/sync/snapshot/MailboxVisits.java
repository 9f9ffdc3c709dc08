package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.sync.mailbox.MailboxOwners;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run's reading of the users means for their mailboxes (R22, R21). Only reads. */
public final class MailboxVisits {
  private final MailboxStore mailboxes;
  private final RunStore runs;
  private final SyncSettings settings;
  private final Clock clock;

  MailboxVisits(MailboxStore mailboxes, RunStore runs, SyncSettings settings, Clock clock) {
    this.mailboxes = mailboxes;
    this.runs = runs;
    this.settings = settings;
    this.clock = clock;
  }

  /** Why a run comes to a mailbox, whatever the contacts say. */
  enum VisitReason {
    /** Two active users name it, and it is not parked for that yet. */
    PARK_SHARED,
    /** The CRM does not name the active user's, and it is not parked for that yet. */
    PARK_UNKNOWN,
    /** The CRM names it again, and for one user only: its open pairs are queued. */
    UNPARK,
    /** It is time to try a parked one again; if it answers, its open pairs are queued. */
    PROBE,
    /** The user's mailbox value has changed, of a parked one too. */
    SETTLE_IN,
    /** Its pairs were queued together, and it was not checked since that all were reconciled. */
    CATCH_UP,
    /** Copies were written there on trust, and the question whether it was right got lost. */
    CONFIRM_FOLDERS
  }

  /** As directory and time demand; most mailboxes need no visit. */
  Map<UserId, VisitReason> of(Directory directory) {
    Map<UserId, MailboxState> known =
        mailboxes.all().stream().collect(Collectors.toMap(MailboxState::user, Function.identity()));
    Map<FolderId, Long> met = met(known, directory);
    Map<UserId, VisitReason> visits = new TreeMap<>();
    for (CrmUser user : directory.users().values()) {
      Optional<MailboxState> state = Optional.ofNullable(known.get(user.id()));
      boolean twice =
          user.active()
              && (directory.mailboxTwice(user)
                  || state.filter(mailbox -> metTwice(mailbox, user, met)).isPresent());
      visit(user, state, twice).ifPresent(visit -> visits.put(user.id(), visit));
    }
    return visits;
  }

  /** Whose mailbox a run parks before it comes to the contacts; after its visits, nobody's. */
  Set<UserId> toPark(Directory directory) {
    return of(directory).entrySet().stream()
        .filter(
            each ->
                each.getValue() == VisitReason.PARK_SHARED
                    || each.getValue() == VisitReason.PARK_UNKNOWN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** How many active users were met in each mailbox, at the addresses that they name now. */
  private static Map<FolderId, Long> met(Map<UserId, MailboxState> known, Directory directory) {
    return known.values().stream()
        .filter(state -> MailboxOwners.names(state.user(), state, directory))
        .flatMap(state -> state.identity().present().stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static boolean metTwice(MailboxState state, CrmUser user, Map<FolderId, Long> met) {
    return user.mailbox().filter(state::isAt).isPresent()
        && state.identity().present().filter(id -> met.getOrDefault(id, 0L) > 1).isPresent();
  }

  private Optional<VisitReason> visit(CrmUser user, Optional<MailboxState> state, boolean twice) {
    Optional<Parked> parked = state.flatMap(MailboxState::parked);
    Optional<Reason> said = parked.filter(Parked::endsInCrm).map(each -> each.why().reason());
    if (user.mailboxUnknown()) {
      return unless(said, Reason.MAILBOX_UNKNOWN, VisitReason.PARK_UNKNOWN);
    }
    if (twice) {
      return said.filter(Reason.MAILBOX_TWICE::equals).isPresent()
          ? probeIfDue(state)
          : Optional.of(VisitReason.PARK_SHARED);
    }
    if (said.isPresent()) {
      return Optional.of(VisitReason.UNPARK);
    }
    if (user.active() && moved(user, state)) {
      return Optional.of(VisitReason.SETTLE_IN);
    }
    return parked.isPresent()
        ? probeIfDue(state)
        : state
            .flatMap(this::trusting)
            .or(() -> state.filter(MailboxState::catchingUp).map(known -> VisitReason.CATCH_UP));
  }

  private Optional<VisitReason> probeIfDue(Optional<MailboxState> state) {
    return due(state) ? Optional.of(VisitReason.PROBE) : Optional.empty();
  }

  private static Optional<VisitReason> unless(
      Optional<Reason> said, Reason reason, VisitReason visit) {
    return said.filter(reason::equals).isPresent() ? Optional.empty() : Optional.of(visit);
  }

  private static boolean moved(CrmUser user, Optional<MailboxState> state) {
    return user.mailbox().flatMap(now -> state.filter(known -> !known.isAt(now))).isPresent();
  }

  private Optional<VisitReason> trusting(MailboxState state) {
    Instant now = clock.instant();
    boolean asked = state.trusted().values().stream().anyMatch(trust -> trust.over(now));
    return asked ? Optional.of(VisitReason.CONFIRM_FOLDERS) : Optional.empty();
  }

  private boolean due(Optional<MailboxState> state) {
    return state
        .flatMap(MailboxState::parked)
        .filter(parked -> !clock.instant().isBefore(parked.nextTry()))
        .isPresent();
  }

  /**
   * What a run's visits to mailboxes would do.
   *
   * @param woken users whose open pairs it queues, if their mailbox answers
   * @param parked users whose mailbox it parks
   */
  public record PlannedVisits(Set<UserId> woken, Set<UserId> parked) {}

  /** For a dry run, which visits nobody. */
  public PlannedVisits plan(Run run, Directory directory) {
    return new PlannedVisits(woken(run, directory), toPark(directory));
  }

  private Set<UserId> woken(Run run, Directory directory) {
    Set<UserId> woken = new HashSet<>();
    of(directory)
        .forEach(
            (user, visit) -> {
              MailboxState state = mailboxes.of(user);
              boolean reopens = visit == VisitReason.UNPARK || catchesUp(visit, state);
              if (reopens || due(Optional.of(state))) {
                woken.add(user);
              }
            });
    if (nobodyWaitsAnyMore(run)) {
      woken.addAll(directory.users().keySet());
    }
    return woken;
  }

  private static boolean catchesUp(VisitReason visit, MailboxState state) {
    return (visit == VisitReason.CATCH_UP || visit == VisitReason.CONFIRM_FOLDERS)
        && state.catchingUp();
  }

  /** R21: SYNC_NEW was onRequest in the last run that came as far as this, and is no longer. */
  boolean nobodyWaitsAnyMore(Run run) {
    return !settings.onRequest()
        && new PastRuns(runs)
            .carriedOut(run).stream()
                .map(before -> before.counts().values().get(RunCounts.ON_REQUEST))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .filter(waited -> waited > 0)
                .isPresent();
  }
}
