package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.functions.wire.Json;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.preview.PreviewContacts.Preview;
import io.crmsync.sync.preview.PreviewItem;

/** A preview in the words of the HTTP API. */
final class PreviewJson {
  private PreviewJson() {}

  static Answer answer(Caller caller, Granted<Preview> told) {
    return told.value()
        .map(
            page ->
                Answer.of(200, json(caller, page))
                    .telling(AuditFacts.NONE.user(page.user().value())))
        .orElseGet(() -> Replies.refused(told.refusal().orElseThrow()));
  }

  private static ObjectNode json(Caller caller, Preview page) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    ArrayNode items = json.putArray("items");
    page.items().forEach(item -> items.add(json(item)));
    ObjectNode counts = json.putObject("counts");
    page.counts().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(count -> counts.put(count.getKey().code(), count.getValue()));
    page.next().ifPresent(next -> json.put("next", next.value()));
    json.putObject("user").put("userId", page.user().value()).put("own", page.own());
    putCaller(json.putObject("caller"), caller);
    return json;
  }

  /** Who asks, told to nobody else: what a page needs to greet, and to know what it may offer. */
  private static void putCaller(ObjectNode json, Caller caller) {
    caller.loginName().ifPresent(name -> json.put("name", name));
    ArrayNode roles = json.putArray("roles");
    caller.roles().stream().map(Caller.Role::value).sorted().forEach(roles::add);
  }

  /** The schema PreviewItem; what is empty is left out. */
  private static ObjectNode json(PreviewItem item) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("contactId", item.contact().value());
    putFilled(json, "fullName", item.fullName());
    putFilled(json, "email", item.email());
    json.put("state", item.state().code());
    if (!item.changes().isEmpty()) {
      ObjectNode changes = json.putObject("changes");
      item.changes().forEach((field, value) -> changes.put(field.code(), value));
    }
    if (!item.reasons().isEmpty()) {
      ArrayNode reasons = json.putArray("reasons");
      item.reasons().forEach(why -> reasons.add(why.code()));
    }
    return json;
  }

  private static void putFilled(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
