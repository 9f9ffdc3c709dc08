package io.crmsync.adapters.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.sync.port.CrmBroken;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the names and values of a flat record, such as a line of a table with headings, become a
 * contact in the shape of the feed (docs/api/crm-feed.openapi.yaml). Safe for use by threads.
 */
public interface RecordMapping {
  /**
   * Maps one record.
   *
   * @param row its values by their names, of which it has all that {@link #namesNeeded} gave, if
   *     with an empty value: what a name means may depend on which others there are. An empty
   *     value, and one that is not there, is no value
   * @return the properties that the record gives; none that it does not. It is the caller's, and is
   *     not checked: {@link ContactRecord} does that
   */
  ObjectNode apply(Map<String, String> row);

  /**
   * Which names of a record are read, so that the rest need not be kept.
   *
   * @param headings all names that the records have
   * @return those of them that mean something; empty: none does
   * @throws CrmBroken the mapping needs a name that the records do not have; it says which
   */
  Set<String> namesNeeded(Set<String> headings);

  /**
   * Whether records with these names say who is to have the contact, be it nobody: an empty value
   * then means nobody, and not everybody.
   *
   * @param names of the records, as {@link #namesNeeded} gave them
   */
  default boolean givesCoverage(Set<String> names) {
    return apply(names.stream().collect(Collectors.toMap(name -> name, name -> "x")))
        .has("coverageTeam");
  }
}
