package io.crmsync.sync.mailbox;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.reason.Why;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.Mailboxes;
import java.time.Instant;
import java.util.Optional;

/** Finds the way to a user's mailbox, and notices when it has become another one (R22). */
public final class MailboxDoor {
  private final DirectoryStore directories;
  private final MailboxStore states;
  private final Mailboxes mailboxes;
  private final MailboxMove move;

  public MailboxDoor(
      DirectoryStore directories, MailboxStore states, Mailboxes mailboxes, MailboxMove move) {
    this.directories = directories;
    this.states = states;
    this.mailboxes = mailboxes;
    this.move = move;
  }

  /**
   * A way in, or why there is none.
   *
   * @param refusal empty where there is a session
   */
  public record Answer(Optional<MailboxSession> session, Optional<Why> refusal) {
    static Answer no(Why refusal) {
      return new Answer(Optional.empty(), Optional.of(refusal));
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
  public Answer open(UserId user) {
    return open(user, directory());
  }

  /** Likewise, as things stand in this directory. */
  public Answer open(UserId user, Directory directory) {
    if (directory.user(user).filter(CrmUser::mailboxUnknown).isPresent()) {
      return Answer.no(Why.of(Reason.MAILBOX_UNKNOWN));
    }
    MailboxState state = states.of(user);
    Optional<MailboxAddress> address =
        addressNow(user, directory).or(state::address).or(() -> ofInactive(user, directory));
    if (address.isEmpty()) {
      return Answer.no(Why.of(Reason.MAILBOX_UNKNOWN));
    }
    if (directory.mailboxTwice(address.get())) {
      return Answer.no(Why.of(Reason.MAILBOX_TWICE));
    }
    return new Answer(
        Optional.of(new MailboxSession(user, mailboxes.at(address.get()), state)),
        Optional.empty());
  }

  /** Whether the state is of this very mailbox, as far as is known without asking it. */
  boolean settled(MailboxSession session) {
    return settled(session, directory());
  }

  /** Likewise, as things stand in this directory. */
  boolean settled(MailboxSession session, Directory directory) {
    Optional<MailboxAddress> now = addressNow(session.user(), directory);
    return now.isEmpty() || session.state().address().filter(now.get()::sameAs).isPresent();
  }

  /**
   * Makes sure that the state is of this very mailbox; a request is sent only if the value changed.
   * Where this instance remembers another value than was last written to, it asks which is newer.
   */
  public MailboxSession settleIn(MailboxSession session) {
    if (settled(session) && !session.state().toWake()) {
      return session;
    }
    Directory latest = known(directories.latest());
    Optional<MailboxAddress> before = session.state().address();
    return addressNow(session.user(), latest)
        .filter(address -> !latest.mailboxTwice(address))
        .or(() -> before)
        .map(now -> settleIn(at(now, session), before, now))
        .orElse(session);
  }

  private MailboxSession at(MailboxAddress address, MailboxSession session) {
    return new MailboxSession(session.user(), mailboxes.at(address), session.state());
  }

  private MailboxSession settleIn(
      MailboxSession session, Optional<MailboxAddress> before, MailboxAddress now) {
    if (session.state().isAt(now) && !session.state().toWake()) {
      return session;
    }
    MailboxState state =
        before.isEmpty()
            ? states.change(session.user(), old -> old.at(now))
            : move.to(session, now);
    return new MailboxSession(session.user(), session.mailbox(), state);
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

  private Directory directory() {
    return known(directories.current());
  }

  private static Directory known(Optional<Directory> stored) {
    return stored.orElseThrow(() -> new IllegalStateException("no directory was stored yet"));
  }
}
