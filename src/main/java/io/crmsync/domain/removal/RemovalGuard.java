package io.crmsync.domain.removal;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.Hold.Test;
import java.util.Optional;

/**
 * Refuses mass damage before the first removal (R18): says whether the removals that a run or a
 * change notice found may be carried out, or wait for an admin.
 *
 * @param limit SYNC_REMOVAL_LIMIT: more pairs than that wait; 0: every removal does
 * @param percent SYNC_REMOVAL_LIMIT_PERCENT of the pairs linked when the run began
 */
public record RemovalGuard(int limit, int percent) {
  private static final long SMALL_SYSTEM = 50;
  private static final long SMALL_MAILBOX = 20;

  /**
   * What a run saw.
   *
   * @param last what the last good run saw; empty: this is the first
   */
  public record RunComparison(Census now, Optional<Census> last) {}

  /** How much of everything there was. */
  public record Census(long contacts, long activeContacts, long activeUsers, long groups) {
    /** Of users and groups alone. */
    public static Census of(Directory directory) {
      return new Census(0, 0, directory.activeUsers(), directory.groups().size());
    }
  }

  /**
   * What is to be removed from one mailbox.
   *
   * @param user whose mailbox it is
   * @param userActive whether the user is active
   * @param removals how many copies are to go
   * @param copies how many lie in it, those that belong to no pair too
   */
  public record MailboxLoss(UserId user, boolean userActive, long removals, long copies) {
    /** The same, and so many copies more lie there. */
    public MailboxLoss withMore(long more) {
      return new MailboxLoss(user, userActive, removals, copies + more);
    }

    /** Whether it is an active user's, and more than half of it would go. */
    public boolean most() {
      return userActive && removals * 2 > copies;
    }
  }

  /** R18(b): whatever the number of removals. */
  public Optional<Hold> distrusts(RunComparison comparison) {
    Census now = comparison.now();
    if (now.contacts() == 0) {
      return Optional.of(Hold.of(Test.NO_CONTACTS, 0, 0));
    }
    return comparison.last().flatMap(last -> shrunk(now, last));
  }

  /** R18(a). */
  public Optional<Hold> tooMany(long removals, long linked) {
    if (removals == 0) {
      return Optional.empty();
    }
    if (removals > limit) {
      return Optional.of(overLimit(removals));
    }
    boolean overPercent = linked >= SMALL_SYSTEM && removals * 100 > percent * linked;
    return overPercent
        ? Optional.of(Hold.of(Test.OVER_PERCENT, removals, linked))
        : holdsEvery(removals);
  }

  /** R18(a), of removals that are too few to be counted otherwise: a limit of 0 holds them too. */
  public Optional<Hold> holdsEvery(long removals) {
    if (removals == 0 || (limit > 0 && percent > 0)) {
      return Optional.empty();
    }
    return Optional.of(limit == 0 ? overLimit(removals) : Hold.of(Test.OVER_PERCENT, removals, 0));
  }

  private Hold overLimit(long removals) {
    return Hold.of(Test.OVER_LIMIT, removals, limit);
  }

  /** R18(c). */
  public Optional<Hold> halves(MailboxLoss mailbox) {
    return mailbox.most() && mailbox.copies() >= SMALL_MAILBOX
        ? Optional.of(
            new Hold(
                Test.MAILBOX_HALVED,
                mailbox.removals(),
                mailbox.copies(),
                Optional.of(mailbox.user())))
        : Optional.empty();
  }

  private static Optional<Hold> shrunk(Census now, Census last) {
    return fewer(Test.FEWER_CONTACTS, now.activeContacts(), last.activeContacts())
        .or(() -> fewer(now, last));
  }

  /** R18(b), of a reading of users and groups alone; contacts are not looked at. */
  public static Optional<Hold> fewer(Census now, Census last) {
    return fewer(Test.FEWER_USERS, now.activeUsers(), last.activeUsers())
        .or(() -> fewer(Test.FEWER_GROUPS, now.groups(), last.groups()));
  }

  private static Optional<Hold> fewer(Test test, long now, long last) {
    return now * 2 < last ? Optional.of(Hold.of(test, now, last)) : Optional.empty();
  }
}
