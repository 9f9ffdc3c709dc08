package io.crmsync.domain.snapshot;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.reason.Reason;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A contact as the snapshot holds it: what is desired, and who is to have it.
 *
 * @param fields desired values; none unless the contact is active
 * @param contentHash of state and fields
 * @param audience the users that were told to have it
 * @param frozen users outside the pilot who had it when the pilot left them (R5)
 * @param leaving users who lost it and whose removal is not yet written down; only while pending
 * @param readAt when the CRM was asked for it, by our clock: an older answer is dropped
 * @param news that may not have reached all pairs concerned yet
 * @param awaitsAttempts whether pairs of it were queued since a page last found all of them
 *     reconciled: a message may be lost (R19)
 */
public record StoredContact(
    ContactId id,
    ContactState contactState,
    FieldValues fields,
    Access access,
    String contentHash,
    Set<UserId> audience,
    Set<UserId> frozen,
    Map<UserId, Reason> leaving,
    Instant readAt,
    News news,
    boolean awaitsAttempts) {

  /** What the row says that its pairs may not have been told. */
  public enum News {
    /** Nothing: all that it says was queued. */
    NONE,
    /** Who is to have it. The contact's own record is as it was. */
    AUDIENCE,
    /** The record itself: fields, state, or whom it gives access to. */
    RECORD
  }

  public StoredContact {
    audience = Set.copyOf(audience);
    frozen = Set.copyOf(frozen);
    leaving = Map.copyOf(leaving);
  }

  /** One of which every pair that was ever queued was reconciled. */
  public StoredContact(
      ContactId id,
      ContactState contactState,
      FieldValues fields,
      Access access,
      String contentHash,
      Set<UserId> audience,
      Set<UserId> frozen,
      Map<UserId, Reason> leaving,
      Instant readAt,
      News news) {
    this(
        id,
        contactState,
        fields,
        access,
        contentHash,
        audience,
        frozen,
        leaving,
        readAt,
        news,
        false);
  }

  /** One that the CRM no longer knows, kept while there is still a copy of it somewhere. */
  public static StoredContact tombstone(ContactId id, Instant readAt) {
    return departed(id, ContactState.GONE, readAt);
  }

  /**
   * One that the CRM lists no more, though it was not yet asked for it by its id; kept while there
   * is still a copy of it somewhere.
   */
  public static StoredContact missing(ContactId id, Instant readAt) {
    return departed(id, ContactState.MISSING, readAt);
  }

  private static StoredContact departed(ContactId id, ContactState contactState, Instant readAt) {
    return new StoredContact(
        id,
        contactState,
        FieldValues.none(),
        Access.NONE,
        ContentHash.of(contactState, FieldValues.none()),
        Set.of(),
        Set.of(),
        Map.of(),
        readAt,
        News.NONE);
  }

  /** Whether the pairs concerned may not all be queued yet. */
  public boolean pending() {
    return news != News.NONE;
  }

  /**
   * The same, as if this user had never been told: who may have it when it is read next is told
   * anew.
   */
  public StoredContact untold(UserId user) {
    return toldTo(without(user), frozen);
  }

  /**
   * The same, with this user among those whose mailbox the app may not touch for now (R5): as if
   * she had never been told.
   */
  public StoredContact frozenFor(UserId user) {
    Set<UserId> more = new HashSet<>(frozen);
    more.add(user);
    return toldTo(without(user), more);
  }

  private Set<UserId> without(UserId user) {
    Set<UserId> others = new HashSet<>(audience);
    others.remove(user);
    return others;
  }

  private StoredContact toldTo(Set<UserId> told, Set<UserId> untouched) {
    return new StoredContact(
        id,
        contactState,
        fields,
        access,
        contentHash,
        told,
        untouched,
        leaving,
        readAt,
        news,
        awaitsAttempts);
  }

  /** The same, with all pairs concerned queued and all removals written down. */
  public StoredContact fannedOut() {
    return told(Map.of(), News.NONE, awaitsAttempts);
  }

  /** The same, with attempts at its pairs to be awaited, or none. */
  public StoredContact awaitingAttempts(boolean any) {
    return told(leaving, news, any);
  }

  private StoredContact told(Map<UserId, Reason> lost, News untold, boolean looks) {
    return new StoredContact(
        id,
        contactState,
        fields,
        access,
        contentHash,
        audience,
        frozen,
        lost,
        readAt,
        untold,
        looks);
  }
}
