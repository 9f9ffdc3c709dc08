package io.crmsync.adapters.csv;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.adapters.source.RecordMapping;
import io.crmsync.sync.port.CrmBroken;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A mapping of headings that are the feed's own names: no more than files need to be read. */
final class OwnNames implements RecordMapping {
  private static final List<String> KNOWN =
      List.of(
          "id",
          "kind",
          "status",
          "firstName",
          "lastName",
          "company",
          "position",
          "birthDate",
          "email",
          "mobilePhone",
          "coverageTeam");

  @Override
  public ObjectNode apply(Map<String, String> row) {
    ObjectNode contact = JsonNodeFactory.instance.objectNode();
    contact.put("kind", "Person").put("status", "active");
    row.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            contact.put(name, value);
          }
        });
    return contact;
  }

  @Override
  public Set<String> namesNeeded(Set<String> headings) {
    Set<String> known = headings.stream().filter(KNOWN::contains).collect(Collectors.toSet());
    if (!known.isEmpty() && !known.contains("lastName")) {
      throw new CrmBroken("the mapping needs the heading lastName");
    }
    return known;
  }
}
