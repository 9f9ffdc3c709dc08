package io.crmsync.sync.port;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import java.util.Optional;

/** The CRM, read-only (R1). Every method may throw {@link CrmUnavailable} or {@link CrmBroken}. */
public interface CrmSource {
  /** Whether all contacts are gathered before a page can be asked for. */
  default boolean gathers() {
    return false;
  }

  /**
   * Gathers a part of the contacts, for a run.
   *
   * @param token of the part before; empty: the first part
   * @return the token of the next part; empty: pages can be asked for
   */
  default Optional<String> gather(String run, String token) {
    throw new UnsupportedOperationException("has pages of its own");
  }

  /** Forgets what was gathered for a run; nothing gathered is no error. */
  default void forget(String run) {}

  /**
   * A page of contacts in order of id.
   *
   * @param run for which they were gathered, if they were
   * @param after the last id of the page before; empty: from the beginning
   * @param limit 1 to 5000; a page with more records is {@link CrmBroken}
   */
  SourcePage contacts(String run, Optional<ContactId> after, int limit);

  /** One contact by its id: found, though it may be a bad record; gone; or hidden from us (R23). */
  Lookup contact(ContactId id);

  /** All users and groups, complete and in order, or no answer at all (R17). */
  Directory directory();
}
