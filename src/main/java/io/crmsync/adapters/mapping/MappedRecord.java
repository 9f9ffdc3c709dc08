package io.crmsync.adapters.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * What a mapping made of a record in JSON.
 *
 * @param node in the shape of the feed's contact, not checked
 * @param missing what was asked for and is not there, not even as null, or is there in another
 *     shape, as the mapping spells it: the record is broken, and its empty fields are not empty
 *     (R25)
 */
public record MappedRecord(ObjectNode node, Set<String> missing) {
  /** What is missing, and nothing of the record, which is people's data (R20). */
  @Override
  public String toString() {
    return "missing " + missing;
  }
}
