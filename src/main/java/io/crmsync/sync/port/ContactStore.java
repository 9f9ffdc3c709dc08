package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Version;
import io.crmsync.domain.version.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The snapshot of the CRM's contacts, in order of id. */
public interface ContactStore {
  /**
   * The rows with {@code after < id <= upTo}, ascending byte by byte.
   *
   * @param after empty: from the beginning
   * @param upTo empty: to the end
   */
  List<Versioned<StoredContact>> range(Optional<ContactId> after, Optional<ContactId> upTo);

  Optional<Versioned<StoredContact>> find(ContactId id);

  /** The rows of these contacts; one that has none is missing. Costs a look-up each. */
  Map<ContactId, StoredContact> findAll(Collection<ContactId> ids);

  /**
   * Writes each row if its version still holds, in transactions of up to 100 where possible.
   *
   * @param rows each contact once
   * @return the new versions; a row that someone else changed meanwhile is missing and not written
   */
  Map<ContactId, Version> write(Collection<Versioned<StoredContact>> rows);

  /** Deletes the row if its version still holds; else leaves it. */
  void delete(ContactId id, Version version);
}
