package io.crmsync.sync.port;

import java.util.HashMap;
import java.util.Map;

/**
 * What a run counted: a name and a number each, so that a page's counts are simply added.
 *
 * @param values by name; see the constants, and {@code notActionable.<reason>}, {@code
 *     planned.<action>}, {@code bad.<defect>}
 */
public record RunCounts(Map<String, Long> values) {
  public static final RunCounts NONE = new RunCounts(Map.of());
  public static final String CONTACTS_READ = "contactsRead";
  public static final String CONTACTS_ACTIVE = "contactsActive";
  public static final String CONTACTS_CHANGED = "contactsChanged";
  public static final String CONTACTS_BAD = "contactsBad";
  public static final String USERS_ACTIVE = "usersActive";
  public static final String GROUPS = "groups";
  public static final String PAIRS_QUEUED = "pairsQueued";
  public static final String REMOVALS_QUEUED = "removalsQueued";
  public static final String REMOVALS_HELD = "removalsHeld";

  /** How many mailboxes the run was in to the end, and how many it could not enter. */
  public static final String MAILBOXES_VISITED = "mailboxesVisited";

  public static final String MAILBOXES_UNREACHABLE = "mailboxesUnreachable";

  /** Contacts that carry our mark. */
  public static final String MARKED_COPIES = "markedCopies";

  /** Of these, how many are one more of a contact that the mailbox has already. */
  public static final String SECOND_COPIES = "secondCopies";

  /** Marked copies that nobody would have removed; now their removal is proposed. */
  public static final String STRAY_COPIES = "strayCopies";

  /** What the release of an uninstall did; copies that a mailbox refused are still there. */
  public static final String MAILBOXES_CLEARED = "mailboxesCleared";

  public static final String MAILBOXES_NOT_CLEARED = "mailboxesNotCleared";
  public static final String COPIES_REMOVED = "copiesRemoved";
  public static final String MARKS_CLEARED = "marksCleared";
  public static final String COPIES_REFUSED = "copiesRefused";

  /** 1: the app had left the mailboxes when the run began, and comes not back by it. */
  public static final String LEFT = "left";

  /** 1: new pairs waited for their users in this run (R21); 0: they did not. */
  public static final String ON_REQUEST = "onRequest";

  /** 1: removals are held because far less was read than in the run before (R18, b). */
  public static final String READING_DOUBTED = "readingDoubted";

  public static final String NOT_ACTIONABLE = "notActionable.";

  /** Of a dry run: how many pairs its report has with each action. */
  public static final String PLANNED = "planned.";

  public RunCounts {
    values = Map.copyOf(values);
  }

  public long get(String name) {
    return values.getOrDefault(name, 0L);
  }

  public RunCounts plus(RunCounts more) {
    Map<String, Long> sum = new HashMap<>(values);
    more.values.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return new RunCounts(sum);
  }

  public RunCounts with(String name, long count) {
    Map<String, Long> changed = new HashMap<>(values);
    changed.put(name, count);
    return new RunCounts(changed);
  }
}
