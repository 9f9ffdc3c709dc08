package io.crmsync.domain.run;

import io.crmsync.domain.contact.ContactId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /** Of the bad ones, those whose id cannot be read: any that is missing may be one of them. */
  public static final String CONTACTS_UNNAMED = "contactsUnnamed";

  /** Contacts on no page of the CRM's, though there may be a copy, that were asked for by id. */
  public static final String CONTACTS_ASKED_FOR = "contactsAskedFor";

  /** Of these, how many the CRM has after all: its list lies. */
  public static final String FOUND_BY_ID_ONLY = "foundByIdOnly";

  /** Of these, those that the CRM hides from us, or says nothing clear of: left as they were. */
  public static final String CONTACTS_HIDDEN = "contactsHidden";

  /** Of these, those of which nothing clear was said after all retries. */
  public static final String CONTACTS_UNANSWERED = "contactsUnanswered";

  /** Missing ones past SYNC_REMOVAL_LIMIT: nobody asked for them, their removals are held. */
  public static final String CONTACTS_NOT_ASKED = "contactsNotAsked";

  /** A name for each hidden contact, up to {@link #HIDDEN_NAMED}: the prefix, and its id. */
  public static final String HIDDEN = "hidden.";

  /** So many hidden contacts are named, which a run's row holds; the journal names all. */
  public static final int HIDDEN_NAMED = 100;

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

  /**
   * 1: new pairs waited for their users in this run (R21), or had waited until now and were queued;
   * 0: none did.
   */
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

  /**
   * This one with a contact that the CRM hides, or says nothing clear of; it counts once.
   *
   * @param before what the run had counted before
   */
  public RunCounts hiding(ContactId contact, RunCounts before) {
    String name = HIDDEN + contact;
    if (values.containsKey(name) || before.values.containsKey(name)) {
      return this;
    }
    RunCounts counted = with(CONTACTS_HIDDEN, get(CONTACTS_HIDDEN) + 1);
    int named = named(HIDDEN).size() + before.named(HIDDEN).size();
    return named < HIDDEN_NAMED ? counted.with(name, 1) : counted;
  }

  /** The contacts that were hidden, in order, as far as they are named. */
  public List<ContactId> hidden() {
    return named(HIDDEN).keySet().stream().map(ContactId::new).toList();
  }

  /** What follows the prefix in the names that begin with it, with the numbers. */
  public SortedMap<String, Long> named(String prefix) {
    SortedMap<String, Long> found = new TreeMap<>();
    values.forEach(
        (name, count) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), count);
          }
        });
    return found;
  }

  public RunCounts with(String name, long count) {
    Map<String, Long> changed = new HashMap<>(values);
    changed.put(name, count);
    return new RunCounts(changed);
  }
}
