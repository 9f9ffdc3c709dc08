package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Renders contacts; what is absent is null, {@code []} or {@code {}}, as in Graph. */
final class ContactJson {
  private static final Set<String> FURTHER_NAMES =
      Set.of(
          "id",
          "changeKey",
          "createdDateTime",
          "lastModifiedDateTime",
          "parentFolderId",
          "singleValueExtendedProperties");

  private final Set<String> select;
  private final Predicate<ExtendedPropertyId> shown;
  private final boolean immutableIds;

  private ContactJson(
      Set<String> select, Predicate<ExtendedPropertyId> shown, boolean immutableIds) {
    this.select = select;
    this.shown = shown;
    this.immutableIds = immutableIds;
  }

  static ContactJson asAsked(Call call, QueryOptions options) {
    options.select().forEach(ContactJson::requireKnown);
    return new ContactJson(options.select(), options.expand()::contains, call.wantsImmutableIds());
  }

  /** With everything there is, and immutable ids. */
  static ContactJson complete() {
    return new ContactJson(Set.of(), any -> true, true);
  }

  ObjectNode render(StoredContact contact) {
    ObjectNode json = Json.object();
    json.put("@odata.etag", "W/\"" + contact.changeKey() + "\"");
    json.put("id", immutableIds ? contact.id() : contact.mutableId());
    put(json, "createdDateTime", Timestamps.seconds(contact.created()));
    put(json, "lastModifiedDateTime", Timestamps.seconds(contact.modified()));
    put(json, "changeKey", contact.changeKey());
    put(json, "parentFolderId", contact.folder().id());
    for (ContactProperty property : ContactProperty.values()) {
      if (selected(property.jsonName())) {
        json.set(property.jsonName(), contact.value(property).orElseGet(() -> absent(property)));
      }
    }
    putExtended(json, contact);
    return json;
  }

  private void putExtended(ObjectNode json, StoredContact contact) {
    ArrayNode list = Json.array();
    for (Map.Entry<ExtendedPropertyId, String> entry : contact.extended().entrySet()) {
      if (shown.test(entry.getKey())) {
        list.addObject().put("id", entry.getKey().text()).put("value", entry.getValue());
      }
    }
    if (!list.isEmpty()) {
      json.set("singleValueExtendedProperties", list);
    }
  }

  private void put(ObjectNode json, String name, String value) {
    if (selected(name)) {
      json.put(name, value);
    }
  }

  private boolean selected(String name) {
    return select.isEmpty() || select.contains(name);
  }

  private static JsonNode absent(ContactProperty property) {
    return switch (property.type()) {
      case TEXT, DATE_TIME -> NullNode.instance;
      case TEXTS, EMAILS -> Json.array();
      case ADDRESS -> Json.object();
    };
  }

  private static void requireKnown(String name) {
    if (!FURTHER_NAMES.contains(name) && ContactProperty.named(name).isEmpty()) {
      throw GraphError.invalidRequest(
          "RequestBroker--ParseUri",
          "Could not find a property named '%s' on type 'microsoft.graph.contact'."
              .formatted(name));
    }
  }
}
