package io.crmsync.domain.run;

import io.crmsync.domain.contact.ContactId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The CRM's notice that contacts changed, and how far it is with finding the pairs concerned.
 *
 * @param contacts the ones it names
 * @param sequence of the step that is to be done next, from 0
 * @param cursor the last contact done in this phase; empty: none yet
 * @param missing contacts that the CRM answered 404 to, not yet taken for deleted
 * @param unread contacts that could not be read, each with the reason
 * @param waiting why copies that are to leave wait for the next run or an admin (R18); empty: none
 *     is known to
 * @param endedAt when all its pairs were known; empty: they are still being found
 */
public record ChangeNotice(
    String requestId,
    NavigableSet<ContactId> contacts,
    Phase phase,
    int sequence,
    Optional<ContactId> cursor,
    NavigableSet<ContactId> missing,
    Map<ContactId, String> unread,
    String waiting,
    Optional<Instant> endedAt) {

  /** What its next step does. */
  public enum Phase {
    /** Users and groups are read whole. */
    DIRECTORY,
    /** Each contact is asked for; what the CRM has is recorded. */
    CONTACTS,
    /** Those that it did not have are asked for once more, and recorded as deleted. */
    MISSING,
    /** Copies of those who lost access are released to removal, or held. */
    REMOVALS,
    DONE
  }

  public ChangeNotice {
    contacts = copy(contacts);
    missing = copy(missing);
    unread = Map.copyOf(unread);
  }

  /** A notice that nothing was done about yet. */
  public static ChangeNotice of(String requestId, NavigableSet<ContactId> contacts) {
    return new ChangeNotice(
        requestId,
        contacts,
        Phase.DIRECTORY,
        0,
        Optional.empty(),
        new TreeSet<>(),
        Map.of(),
        "",
        Optional.empty());
  }

  /** Copies that are to leave wait, for this reason; the first one stays. */
  public ChangeNotice waitingFor(String why) {
    return new ChangeNotice(
        requestId,
        contacts,
        phase,
        sequence,
        cursor,
        missing,
        unread,
        waiting.isEmpty() ? why : waiting,
        endedAt);
  }

  /** Begins the reason of one that the CRM hides from us: nothing of it changes (R23). */
  public static final String HIDDEN = "hidden: ";

  /** Begins the reason of one whose record cannot be read. */
  public static final String BAD_RECORD = "badRecord: ";

  /**
   * Begins the reason of one whose record cannot be read but for who is to have it, which was
   * obeyed (R6).
   */
  public static final String BAD_FIELDS = BAD_RECORD + "but for access: ";

  /** Whether nothing was learnt of this contact, so that it is left as it was. */
  public boolean leaves(ContactId id) {
    return Optional.ofNullable(unread.get(id))
        .filter(reason -> !reason.startsWith(BAD_FIELDS))
        .isPresent();
  }

  /** Whether any contact was given up because there was no clear answer about it. */
  public boolean gaveUp() {
    return unread.values().stream()
        .anyMatch(reason -> !reason.startsWith(BAD_RECORD) && !reason.startsWith(HIDDEN));
  }

  public boolean done() {
    return phase == Phase.DONE;
  }

  /** The contacts that this phase is still to ask for, in order. */
  public List<ContactId> rest() {
    NavigableSet<ContactId> all = phase == Phase.MISSING ? missing : contacts;
    return all.stream()
        .filter(id -> cursor.filter(done -> done.compareTo(id) >= 0).isEmpty())
        .toList();
  }

  /** The step is done; the next one goes on where it ended. */
  public ChangeNotice stepped() {
    return new ChangeNotice(
        requestId, contacts, phase, sequence + 1, cursor, missing, unread, waiting, endedAt);
  }

  /** The phase is done: the next step begins another one. */
  public ChangeNotice entering(Phase next) {
    return new ChangeNotice(
        requestId, contacts, next, sequence, Optional.empty(), missing, unread, waiting, endedAt);
  }

  /** All its pairs are known. */
  public ChangeNotice ended(Instant now) {
    return new ChangeNotice(
        requestId,
        contacts,
        Phase.DONE,
        sequence + 1,
        Optional.empty(),
        missing,
        unread,
        waiting,
        Optional.of(now));
  }

  public ChangeNotice recorded(ContactId id) {
    return new ChangeNotice(
        requestId, contacts, phase, sequence, Optional.of(id), missing, unread, waiting, endedAt);
  }

  public ChangeNotice without(ContactId id) {
    NavigableSet<ContactId> more = new TreeSet<>(missing);
    more.add(id);
    return new ChangeNotice(
        requestId, contacts, phase, sequence, Optional.of(id), more, unread, waiting, endedAt);
  }

  public ChangeNotice unread(ContactId id, String reason) {
    Map<ContactId, String> more = new HashMap<>(unread);
    more.put(id, reason);
    return new ChangeNotice(
        requestId, contacts, phase, sequence, Optional.of(id), missing, more, waiting, endedAt);
  }

  private static NavigableSet<ContactId> copy(NavigableSet<ContactId> ids) {
    return Collections.unmodifiableNavigableSet(new TreeSet<>(ids));
  }
}
