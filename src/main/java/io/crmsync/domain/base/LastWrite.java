package io.crmsync.domain.base;

import io.crmsync.domain.contact.Field;
import java.time.Instant;
import java.util.Set;

/**
 * What was last sent to a copy: for explanations only, nothing is decided by it.
 *
 * @param fields which of the CRM's fields; none where the copy was found as it should be
 * @param at by our clock
 */
public record LastWrite(Set<Field> fields, Instant at) {
  public LastWrite {
    fields = Set.copyOf(fields);
  }
}
