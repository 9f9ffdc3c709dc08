package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.domain.base.LastWrite;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.functions.wire.Json;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.preview.Explanation;
import java.util.Locale;

/** An explanation in the words of the HTTP API. */
final class ExplanationJson {
  private ExplanationJson() {}

  static Answer answer(Granted<Explanation> told) {
    return told.value()
        .map(explanation -> Answer.of(200, json(explanation)))
        .orElseGet(() -> Replies.refused(told.refusal().orElseThrow()));
  }

  private static ObjectNode json(Explanation explanation) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("userId", explanation.user().value());
    json.put("contactId", explanation.contact().value());
    json.put("decision", explanation.decision());
    ArrayNode steps = json.putArray("steps");
    explanation
        .steps()
        .forEach(
            step ->
                steps
                    .addObject()
                    .put("rule", step.rule())
                    .put("outcome", step.outcome().code())
                    .put("detail", step.detail()));
    explanation.written().ifPresent(written -> putWritten(json, written));
    if (!explanation.next().isEmpty()) {
      ObjectNode next = json.putObject("next");
      explanation.next().entrySet().stream()
          .sorted(java.util.Map.Entry.comparingByKey())
          .forEach(field -> next.put(field.getKey().code(), field.getValue()));
    }
    explanation.removal().ifPresent(removal -> putRemoval(json, removal));
    json.putObject("lists")
        .put("own", explanation.lists().own())
        .put("crm", explanation.lists().crm());
    explanation.beside().ifPresent(beside -> SideBySideJson.put(json, beside));
    return json;
  }

  private static void putWritten(ObjectNode json, LastWrite last) {
    ObjectNode written = json.putObject("lastWritten").put("at", last.at().toString());
    ArrayNode fields = written.putArray("fields");
    last.fields().stream().sorted().forEach(field -> fields.add(field.code()));
  }

  private static void putRemoval(ObjectNode json, OpenRemoval removal) {
    json.putObject("removal")
        .put("state", removal.state().name().toLowerCase(Locale.ROOT))
        .put("reason", removal.why().code())
        .put("since", removal.since().toString())
        .put("run", removal.run());
  }
}
