package io.crmsync.sync.port;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import java.util.List;
import java.util.Optional;

/**
 * A CRM, read-only (R1), that tells its contacts in no order of ids that we share, such as files or
 * a database with a case-blind collation. All of them are gathered first, and read as pages then
 * (docs/adr/0025). Every method may throw {@link CrmUnavailable} or {@link CrmBroken}.
 */
public interface UnorderedSource {
  /**
   * A part of all contacts.
   *
   * @param token of the part before; empty: the first part. The same token gives the same part as
   *     long as the CRM's contacts are the same; where that cannot be told, {@link CrmBroken}
   * @param limit how many records at most
   */
  Part part(String token, int limit);

  /** One contact by its id: found, though it may be a bad record; gone; or hidden from us (R23). */
  Lookup contact(ContactId id);

  /** All users and groups, complete, or no answer at all (R17). */
  Directory directory();

  /**
   * A record as it was gathered.
   *
   * @param line {@link Gathered#line}
   */
  SourceRecord read(String line);

  /**
   * A part of all contacts.
   *
   * @param next what to ask for next; empty: this is the last part
   */
  record Part(List<Gathered> records, Optional<String> next) {
    public Part {
      records = List.copyOf(records);
    }
  }

  /**
   * One record, written down.
   *
   * @param id empty where it cannot be read
   * @param line all that is needed of it, in one line, in a form of the source's own
   */
  record Gathered(Optional<ContactId> id, String line) {
    /** The id alone: the rest is personal (R20). */
    @Override
    public String toString() {
      return "Gathered" + id;
    }
  }
}
