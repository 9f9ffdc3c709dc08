package io.crmsync.domain.removal;

import io.crmsync.domain.audience.Directory;
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
  public record Sight(Census now, Optional<Census> last) {}

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
   * @param copies how many lie in it, those that belong to no pair too
   */
  public record Toll(boolean userActive, long removals, long copies) {
    /** The same, and one copy more lies there. */
    public Toll withOneMore() {
      return new Toll(userActive, removals, copies + 1);
    }
  }

  /** Why removals wait. */
  public enum Hold {
    NO_CONTACTS("the run saw no contact"),
    FEWER_CONTACTS("fewer than half as many active contacts as in the last run"),
    FEWER_USERS("fewer than half as many active users as in the last run"),
    FEWER_GROUPS("fewer than half as many groups as in the last run"),
    OVER_LIMIT("more removals than SYNC_REMOVAL_LIMIT"),
    OVER_PERCENT("more removals than SYNC_REMOVAL_LIMIT_PERCENT of the linked pairs"),
    MAILBOX_HALVED("one mailbox would lose more than half of its contacts"),
    NOT_ASKED("more contacts are missing than SYNC_REMOVAL_LIMIT lets the CRM be asked for");

    private final String words;

    Hold(String words) {
      this.words = words;
    }

    /** For an admin. */
    public String words() {
      return words;
    }

    /** Whether what was read is doubted (R18, b), and not only what would follow from it. */
    public boolean doubtsReading() {
      return switch (this) {
        case NO_CONTACTS, FEWER_CONTACTS, FEWER_USERS, FEWER_GROUPS -> true;
        case OVER_LIMIT, OVER_PERCENT, MAILBOX_HALVED, NOT_ASKED -> false;
      };
    }
  }

  /** R18(b): whatever the number of removals. */
  public Optional<Hold> distrusts(Sight sight) {
    Census now = sight.now();
    if (now.contacts() == 0) {
      return Optional.of(Hold.NO_CONTACTS);
    }
    return sight.last().flatMap(last -> shrunk(now, last));
  }

  /** R18(a). */
  public Optional<Hold> tooMany(long removals, long linked) {
    if (removals == 0) {
      return Optional.empty();
    }
    if (removals > limit) {
      return Optional.of(Hold.OVER_LIMIT);
    }
    boolean overPercent = linked >= SMALL_SYSTEM && removals * 100 > percent * linked;
    return overPercent ? Optional.of(Hold.OVER_PERCENT) : holdsEvery(removals);
  }

  /** R18(a), of removals that are too few to be counted otherwise: a limit of 0 holds them too. */
  public Optional<Hold> holdsEvery(long removals) {
    if (removals == 0 || (limit > 0 && percent > 0)) {
      return Optional.empty();
    }
    return Optional.of(limit == 0 ? Hold.OVER_LIMIT : Hold.OVER_PERCENT);
  }

  /** R18(c). */
  public Optional<Hold> halves(Toll mailbox) {
    return mailbox.userActive()
            && mailbox.copies() >= SMALL_MAILBOX
            && mailbox.removals() * 2 > mailbox.copies()
        ? Optional.of(Hold.MAILBOX_HALVED)
        : Optional.empty();
  }

  private static Optional<Hold> shrunk(Census now, Census last) {
    return now.activeContacts() * 2 < last.activeContacts()
        ? Optional.of(Hold.FEWER_CONTACTS)
        : fewer(now, last);
  }

  /** R18(b), of a reading of users and groups alone; contacts are not looked at. */
  public static Optional<Hold> fewer(Census now, Census last) {
    if (now.activeUsers() * 2 < last.activeUsers()) {
      return Optional.of(Hold.FEWER_USERS);
    }
    return now.groups() * 2 < last.groups() ? Optional.of(Hold.FEWER_GROUPS) : Optional.empty();
  }
}
