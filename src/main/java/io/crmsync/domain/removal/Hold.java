package io.crmsync.domain.removal;

import io.crmsync.domain.contact.UserId;
import java.util.Optional;

/**
 * Why removals wait for an admin (R18, R23), as facts.
 *
 * @param test that said no
 * @param found what it counted; 0 where nothing was counted
 * @param of what that was measured by: the last run's count, the limit, the linked pairs or the
 *     copies in the mailbox; 0: there is no such number
 * @param mailbox whose, with {@link Test#MAILBOX_HALVED}; else empty
 */
public record Hold(Test test, long found, long of, Optional<UserId> mailbox) {

  /** The closed list of what may hold removals. */
  public enum Test {
    NO_CONTACTS("the run saw no contact"),
    FEWER_CONTACTS("fewer than half as many active contacts as in the last run"),
    FEWER_USERS("fewer than half as many active users as in the last run"),
    FEWER_GROUPS("fewer than half as many groups as in the last run"),
    OVER_LIMIT("more removals than SYNC_REMOVAL_LIMIT"),
    OVER_PERCENT("more removals than SYNC_REMOVAL_LIMIT_PERCENT of the linked pairs"),
    MAILBOX_HALVED("one mailbox would lose more than half of its contacts"),
    NOT_ASKED("more contacts are missing than SYNC_REMOVAL_LIMIT lets the CRM be asked for");

    private final String words;

    Test(String words) {
      this.words = words;
    }
  }

  static Hold of(Test test, long found, long of) {
    return new Hold(test, found, of, Optional.empty());
  }

  /** R23: so many contacts were not asked for, which may be there. */
  public static Hold notAsked(long contacts) {
    return of(Test.NOT_ASKED, contacts, 0);
  }

  /** For an admin: the test, then what it counted. Ids and numbers only (R20). */
  public String words() {
    return test.words + numbers();
  }

  private String numbers() {
    return switch (test) {
      case NO_CONTACTS -> "";
      case FEWER_CONTACTS, FEWER_USERS, FEWER_GROUPS -> ": %d after %d".formatted(found, of);
      case OVER_LIMIT -> ": %d, and the limit is %d".formatted(found, of);
      case OVER_PERCENT -> of == 0 ? ": %d".formatted(found) : ": %d of %d".formatted(found, of);
      case MAILBOX_HALVED ->
          ": %d of %d, user %s".formatted(found, of, mailbox.map(UserId::value).orElse(""));
      case NOT_ASKED -> ": %d more".formatted(found);
    };
  }

  /** Whether what was read is doubted (R18, b), and not only what would follow from it. */
  public boolean doubtsReading() {
    return switch (test) {
      case NO_CONTACTS, FEWER_CONTACTS, FEWER_USERS, FEWER_GROUPS -> true;
      case OVER_LIMIT, OVER_PERCENT, MAILBOX_HALVED, NOT_ASKED -> false;
    };
  }
}
