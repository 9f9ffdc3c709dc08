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

/** Finds the way to a user's mailbox, and notices when it has become another one (R22). */
public final class MeetMailbox {
  private final DirectoryStore directories;
  private final MailboxStore states;
  private final Mailboxes mailboxes;
  private final AskIdentity ask;
  private final MailboxOwners owners;
  private final MailboxMove move;
  private final ParkTwice parkTwice;

  MeetMailbox(
      DirectoryStore directories,
      MailboxStore states,
      Mailboxes mailboxes,
      AskIdentity ask,
      MailboxOwners owners,
      MailboxMove move,
      ParkTwice parkTwice) {
    this.directories = directories;
    this.states = states;
    this.mailboxes = mailboxes;
    this.ask = ask;
    this.owners = owners;
    this.move = move;
    this.parkTwice = parkTwice;
  }

  /**
   * A way in, or why there is none.
   *
   * @param refusal empty where there is a session
   */
  public record Way(Optional<MailboxSession> session, Optional<Why> refusal) {
    static Way to(MailboxSession session) {
      return new Way(Optional.of(session), Optional.empty());
    }

    static Way no(Why refusal) {
      return new Way(Optional.empty(), Optional.of(refusal));
    }
  }

  /**
   * Until when nothing is sent there, because it was throttled; empty: it may be asked. Read anew,
   * for a short pause is over before what another instance wrote shows in memory.
   */
  public Optional<Instant> closedUntil(UserId user, Instant now) {
    return states.latest(user).notBefore().filter(now::isBefore);
  }

  /** Sends no request. */
  public Way open(UserId user) {
    return open(user, directory());
  }

  /** Likewise, as things stand in this directory. */
  public Way open(UserId user, Directory directory) {
    if (directory.user(user).filter(CrmUser::mailboxUnknown).isPresent()) {
      return Way.no(Why.of(Reason.MAILBOX_UNKNOWN));
    }
    MailboxState state = states.of(user);
    Optional<MailboxAddress> address =
        addressNow(user, directory).or(state::address).or(() -> ofInactive(user, directory));
    if (address.isEmpty()) {
      return Way.no(Why.of(Reason.MAILBOX_UNKNOWN));
    }
    if (directory.mailboxTwice(address.get())) {
      return Way.no(Why.of(Reason.MAILBOX_TWICE));
    }
    return Way.to(new MailboxSession(user, address.get(), mailboxes.at(address.get()), state));
  }

  /**
   * Goes in to write: makes sure that the state is of this very mailbox, and that no other active
   * user has it too. A request is sent unless this instance asked so lately. Where it remembers
   * another value than was last written to, it asks which is newer.
   */
  public Way enter(MailboxSession session, AskIdentity.Age age) {
    Way way =
        isAtValue(session, directory())
            ? Way.to(session)
            : open(session.user(), known(directories.latest()));
    return way.session().map(at -> asked(at, age)).orElse(way);
  }

  private Way asked(MailboxSession at, AskIdentity.Age age) {
    return metLately(at, age) ? Way.to(at) : met(at, parked(at) ? AskIdentity.Age.NONE : age);
  }

  private boolean metLately(MailboxSession session, AskIdentity.Age age) {
    MailboxState state = session.state();
    return state.isAt(session.address())
        && !state.toWake()
        && !parked(session)
        && ask.remembered(session.address(), age).filter(state.identity()::is).isPresent();
  }

  /** Of one that is known to be another's now, the answer of this run serves no more. */
  private Way met(MailboxSession session, AskIdentity.Age age) {
    boolean same =
        ask.remembered(session.address(), age).filter(session.state().identity()::is).isPresent();
    FolderId id = ask.of(session.address(), session.mailbox(), same ? age : AskIdentity.Age.NONE);
    MailboxSession met = move.met(session, id);
    Set<UserId> others =
        owners.besidesNewcomer(session.user(), id, () -> known(directories.latest()));
    if (!others.isEmpty() && directory().active(session.user())) {
      parkTwice.again(session.user());
      others.forEach(parkTwice::of);
      return Way.no(Why.of(Reason.MAILBOX_TWICE));
    }
    return Way.to(move.woken(met));
  }

  /**
   * What {@link #enter} would find, as things stand in this directory; nothing is written, and what
   * the mailbox answered at most 10 minutes ago serves.
   */
  Way foresee(MailboxSession session, Directory directory) {
    Way way = isAtValue(session, directory) ? Way.to(session) : open(session.user(), directory);
    return way.session().map(at -> foreseen(at, directory)).orElse(way);
  }

  private Way foreseen(MailboxSession at, Directory directory) {
    FolderId id = ask.of(at.address(), at.mailbox(), AskIdentity.Age.LATELY);
    boolean shared =
        directory.active(at.user()) && !owners.besides(at.user(), id, directory).isEmpty();
    return shared ? Way.no(Why.of(Reason.MAILBOX_TWICE)) : Way.to(move.foreseen(at, id));
  }

  /** Likewise, as things stand. */
  Way foresee(MailboxSession session) {
    return foresee(session, directory());
  }

  /** Whether the mailbox that a former user had is an active one's now, whoever names it how. */
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
