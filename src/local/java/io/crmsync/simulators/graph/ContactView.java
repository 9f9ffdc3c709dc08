package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A contact as its owner sees it, at one moment.
 *
 * @param id its immutable id
 * @param folderId the folder it is in
 * @param binned whether that is Deleted Items or a folder below it
 * @param json all properties as Graph gives them, all extended properties included
 */
public record ContactView(String id, String folderId, boolean binned, ObjectNode json) {

  static ContactView of(Mailbox mailbox, StoredContact contact) {
    return new ContactView(
        contact.id(),
        contact.folder().id(),
        mailbox.isBinned(contact.folder()),
        ContactJson.complete().render(contact));
  }

  /**
   * A text property or a part of an address, such as {@code businessAddress/city}; empty text where
   * there is none.
   */
  public String text(String path) {
    return json.at("/" + path).asText("");
  }

  /** The entries of a list of texts, or the addresses of a list of e-mail addresses. */
  public List<String> texts(String property) {
    return Stream.of(json.path(property))
        .flatMap(list -> list.valueStream())
        .map(entry -> entry.isTextual() ? entry.asText() : entry.path("address").asText())
        .toList();
  }

  /**
   * The extended properties by id, ids as Graph gives them: GUID and hexadecimal digits in lower
   * case.
   */
  public Map<String, String> extended() {
    Map<String, String> extended = new LinkedHashMap<>();
    for (JsonNode entry : json.path("singleValueExtendedProperties")) {
      extended.put(entry.path("id").asText(), entry.path("value").asText());
    }
    return extended;
  }

  /** The value of one extended property, its id compared as Graph does. */
  public Optional<String> extended(String id) {
    return Optional.ofNullable(extended().get(ExtendedPropertyId.parse(id).text()));
  }
}
