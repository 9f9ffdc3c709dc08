package io.crmsync.sync.mailbox;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.Mailboxes;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Finds out which mailbox is a user's, and notices when it has become another one (R22). */
public final class ResolveMailbox {
  private final DirectoryStore directories;
  private final MailboxStore states;
  private final Mailboxes mailboxes;
  private final AskIdentity ask;
  private final MailboxOwners owners;
  private final MailboxMove move;
  private final ParkSharedMailbox parkShared;

  ResolveMailbox(
      DirectoryStore directories,
      MailboxStore states,
      Mailboxes mailboxes,
      AskIdentity ask,
      MailboxOwners owners,
      MailboxMove move,
      ParkSharedMailbox parkShared) {
    this.directories = directories;
    this.states = states;
    this.mailboxes = mailboxes;
    this.ask = ask;
    this.owners = owners;
    this.move = move;
    this.parkShared = parkShared;
  }

  /**
   * The user's mailbox, or why there is none to enter.
   *
   * @param session empty where there is a refusal
   * @param refusal empty where there is a session
   */
  public record Resolved(Optional<MailboxSession> session, Optional<Why> refusal) {
    static Resolved to(MailboxSession session) {
      return new Resolved(Optional.of(session), Optional.empty());
    }

    static Resolved refused(Why refusal) {
      return new Resolved(Optional.empty(), Optional.of(refusal));
    }
  }

  /**
   * Until when nothing is sent there, because it was throttled; empty: it may be asked. Read anew,
   * for a short pause is over before what another instance wrote shows in memory.
   */
  public Optional<Instant> closedUntil(UserId user, Instant now) {
    return states.latest(user).notBefore().filter(now::isBefore);
  }

  /** The user's mailbox by the current directory and by what is stored of it. Sends no request. */
  public Resolved locate(UserId user) {
    return locate(user, directory());
  }

  /** The user's mailbox by this directory and by what is stored of it. Sends no request. */
  public Resolved locate(UserId user, Directory directory) {
    if (directory.user(user).filter(CrmUser::mailboxUnknown).isPresent()) {
      return Resolved.refused(Why.of(Reason.MAILBOX_UNKNOWN));
    }
    MailboxState state = states.of(user);
    Optional<MailboxAddress> address =
        addressNow(user, directory).or(state::address).or(() -> ofInactive(user, directory));
    if (address.isEmpty()) {
      return Resolved.refused(Why.of(Reason.MAILBOX_UNKNOWN));
    }
    if (directory.mailboxTwice(address.get())) {
      return Resolved.refused(Why.of(Reason.MAILBOX_TWICE));
    }
    return Resolved.to(new MailboxSession(user, address.get(), mailboxes.at(address.get()), state));
  }

  /**
   * Makes sure, before anything is written, that the stored state is of this very mailbox, and that
   * no other active user has it too. A request is sent unless this instance asked lately enough.
   * Where the directory in memory names another mailbox than the stored state, storage is asked
   * which is newer.
   */
  public Resolved confirm(MailboxSession session, AskIdentity.Age age) {
    Resolved located =
        isAtValue(session, directory())
            ? Resolved.to(session)
            : locate(session.user(), known(directories.latest()));
    return located.session().map(at -> confirmed(at, age)).orElse(located);
  }

  private Resolved confirmed(MailboxSession at, AskIdentity.Age age) {
    return confirmedLately(at, age)
        ? Resolved.to(at)
        : ask(at, parked(at) ? AskIdentity.Age.NONE : age);
  }

  private boolean confirmedLately(MailboxSession session, AskIdentity.Age age) {
    MailboxState state = session.state();
    return state.isAt(session.address())
        && !state.toWake()
        && !parked(session)
        && ask.remembered(session.address(), age).filter(state.identity()::is).isPresent();
  }

  /** Where the answer of this run is known to be another mailbox's, the mailbox is asked again. */
  private Resolved ask(MailboxSession session, AskIdentity.Age age) {
    boolean same =
        ask.remembered(session.address(), age).filter(session.state().identity()::is).isPresent();
    FolderId id = ask.of(session.address(), session.mailbox(), same ? age : AskIdentity.Age.NONE);
    MailboxSession now = move.identified(session, id);
    Set<UserId> others =
        owners.besidesNewcomer(session.user(), id, () -> known(directories.latest()));
    if (!others.isEmpty() && directory().active(session.user())) {
      parkShared.again(session.user());
      others.forEach(parkShared::of);
      return Resolved.refused(Why.of(Reason.MAILBOX_TWICE));
    }
    return Resolved.to(move.woken(now));
  }

  /**
   * What {@link #confirm} would find by this directory. Nothing is written, and what the mailbox
   * answered at most 10 minutes ago is taken for its answer.
   */
  Resolved forecast(MailboxSession session, Directory directory) {
    Resolved located =
        isAtValue(session, directory) ? Resolved.to(session) : locate(session.user(), directory);
    return located.session().map(at -> forecastAt(at, directory)).orElse(located);
  }

  private Resolved forecastAt(MailboxSession at, Directory directory) {
    FolderId id = ask.of(at.address(), at.mailbox(), AskIdentity.Age.LATELY);
    boolean shared =
        directory.active(at.user()) && !owners.besides(at.user(), id, directory).isEmpty();
    return shared
        ? Resolved.refused(Why.of(Reason.MAILBOX_TWICE))
        : Resolved.to(move.forecast(at, id));
  }

  /** What {@link #confirm} would find by the current directory. Nothing is written. */
  Resolved forecast(MailboxSession session) {
    return forecast(session, directory());
  }

  /**
   * Whether the mailbox that an inactive user had is an active user's now, under whichever address.
   */
  public boolean reassigned(MailboxSession session) {
    Directory directory = directory();
    return !directory.active(session.user())
        && session
            .state()
            .identity()
            .present()
            .filter(id -> !owners.besides(session.user(), id, directory).isEmpty())
            .isPresent();
  }

  private static boolean parked(MailboxSession session) {
    return session.state().parked().isPresent();
  }

  private static boolean isAtValue(MailboxSession session, Directory directory) {
    Optional<MailboxAddress> now = addressNow(session.user(), directory);
    return now.isEmpty() || now.filter(session.state()::isAt).isPresent();
  }

  /** Of an inactive user the last known address serves: the copies are removed there. */
  private static Optional<MailboxAddress> addressNow(UserId user, Directory directory) {
    return directory.user(user).filter(CrmUser::active).flatMap(CrmUser::mailbox);
  }

  /** Where the mailbox's row was lost, the CRM's value serves, unless it is another's by now. */
  private static Optional<MailboxAddress> ofInactive(UserId user, Directory directory) {
    return directory
        .user(user)
        .flatMap(CrmUser::mailbox)
        .filter(address -> !directory.named(address));
  }

  Directory directory() {
    return known(directories.current());
  }

  private static Directory known(Optional<Directory> stored) {
    return stored.orElseThrow(() -> new IllegalStateException("no directory was stored yet"));
  }
}
