package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A contact as the mailbox keeps it: values without the empty ones, extended properties, and where
 * it is. Guarded by the mailbox's lock; the nodes of its values are replaced, never changed.
 */
final class StoredContact {
  private final String id;
  private final Instant created;
  private final ObjectNode values = Json.object();
  private final Map<ExtendedPropertyId, String> extended = new LinkedHashMap<>();
  private String mutableId;
  private Folder folder;
  private String deletedFrom = "";
  private Instant modified;
  private String changeKey = "";
  private Set<String> indexKeys = Set.of();

  StoredContact(String id, String mutableId, Folder folder, Instant created) {
    this.id = id;
    this.mutableId = mutableId;
    this.folder = folder;
    this.created = created;
    this.modified = created;
  }

  String id() {
    return id;
  }

  /** The id in the form that changes with every move. */
  String mutableId() {
    return mutableId;
  }

  Instant created() {
    return created;
  }

  Instant modified() {
    return modified;
  }

  String changeKey() {
    return changeKey;
  }

  Folder folder() {
    return folder;
  }

  /** The folder it was in before it was deleted; empty text if it was not. */
  String deletedFrom() {
    return deletedFrom;
  }

  Set<String> indexKeys() {
    return indexKeys;
  }

  Map<ExtendedPropertyId, String> extended() {
    return extended;
  }

  Optional<JsonNode> value(ContactProperty property) {
    return Optional.ofNullable(values.get(property.jsonName()));
  }

  String text(ContactProperty property) {
    return values.path(property.jsonName()).asText("");
  }

  /** Sets a value; null removes it. */
  void set(ContactProperty property, JsonNode value) {
    if (value.isNull()) {
      values.remove(property.jsonName());
    } else {
      values.set(property.jsonName(), value);
    }
  }

  void touched(Instant now, String newChangeKey) {
    modified = now;
    changeKey = newChangeKey;
  }

  void movedTo(Folder newFolder, String newMutableId, String from) {
    folder = newFolder;
    mutableId = newMutableId;
    deletedFrom = from;
  }

  void indexedAs(Set<String> keys) {
    indexKeys = Set.copyOf(keys);
  }
}
