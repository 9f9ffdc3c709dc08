package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.reason.Why;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.RunCounts;
import io.crmsync.functions.wire.Json;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Page;
import io.crmsync.sync.port.ReportedPair;
import java.util.List;

/** Runs, and what they hold, in the words of the HTTP API. */
final class RunReplies {
  private static final List<String> COUNTS =
      List.of(
          RunCounts.CONTACTS_READ,
          RunCounts.CONTACTS_ACTIVE,
          RunCounts.CONTACTS_CHANGED,
          RunCounts.CONTACTS_BAD,
          RunCounts.CONTACTS_UNNAMED,
          RunCounts.FOUND_BY_ID_ONLY,
          RunCounts.CONTACTS_HIDDEN,
          RunCounts.CONTACTS_NOT_ASKED,
          RunCounts.PAIRS_QUEUED,
          RunCounts.REMOVALS_QUEUED,
          RunCounts.REMOVALS_HELD);

  /** Of runs that visit mailboxes. */
  private static final List<String> MAILBOX_COUNTS =
      List.of(
          RunCounts.MAILBOXES_VISITED,
          RunCounts.MAILBOXES_UNREACHABLE,
          RunCounts.MARKED_COPIES,
          RunCounts.SECOND_COPIES,
          RunCounts.STRAY_COPIES,
          RunCounts.MAILBOXES_CLEARED,
          RunCounts.MAILBOXES_NOT_CLEARED,
          RunCounts.COPIES_REMOVED,
          RunCounts.MARKS_CLEARED,
          RunCounts.COPIES_REFUSED);

  private RunReplies() {}

  /** 200, or why not. */
  static Answer run(Granted<Run> granted) {
    return PageReplies.answer(granted, 200, RunReplies::json);
  }

  /** 202 with the place where the run is told of, or why not. */
  static Answer accepted(Granted<Run> granted) {
    Answer answer = PageReplies.answer(granted, 202, RunReplies::json);
    return granted
        .value()
        .map(
            run ->
                answer
                    .with("Location", "/api/runs/" + run.runId())
                    .telling(AuditFacts.NONE.id(run.runId()).mode(run.mode().code())))
        .orElse(answer);
  }

  static Answer runs(Granted<Page<Run>> granted) {
    return PageReplies.page(granted, RunReplies::json);
  }

  static Answer pairs(Granted<Page<ReportedPair>> granted) {
    return PageReplies.page(granted, RunReplies::json);
  }

  private static JsonNode json(ReportedPair pair) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("userId", pair.user().value())
            .put("contactId", pair.contact().value())
            .put("action", pair.action().code());
    ArrayNode fields = json.putArray("fields");
    pair.fields().stream().sorted().map(Field::code).forEach(fields::add);
    return json.put("reason", pair.why().map(Why::code).orElse(""));
  }

  /** The schema Run. */
  private static JsonNode json(Run run) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("runId", run.runId())
        .put("mode", run.mode().code())
        .put("status", run.status().code())
        .put("startedAt", run.startedAt().toString());
    run.finishedAt().ifPresent(at -> json.put("finishedAt", at.toString()));
    json.put("startedBy", run.startedBy());
    run.decision()
        .ifPresent(
            decision ->
                json.put("decidedBy", decision.by()).put("decidedAt", decision.at().toString()));
    MAILBOX_COUNTS.stream()
        .filter(name -> run.counts().values().containsKey(name))
        .forEach(name -> json.put(name, run.counts().get(name)));
    COUNTS.forEach(name -> json.put(name, run.counts().get(name)));
    ArrayNode hidden = json.putArray("hiddenContacts");
    run.counts().hidden().forEach(id -> hidden.add(id.value()));
    json.set("notActionable", named(run.counts(), RunCounts.NOT_ACTIONABLE));
    if (run.dry()) {
      json.set("planned", named(run.counts(), RunCounts.PLANNED));
    }
    if (!run.error().isEmpty()) {
      json.put("error", run.error());
    }
    return json;
  }

  private static ObjectNode named(RunCounts counts, String prefix) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    counts.named(prefix).forEach(json::put);
    return json;
  }
}
