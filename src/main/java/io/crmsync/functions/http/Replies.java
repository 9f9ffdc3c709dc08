package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.functions.wire.Json;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.port.SyncRequest;
import java.util.Map;

/** The use cases' replies in the words of the HTTP API. */
final class Replies {
  private Replies() {}

  /** Something was asked for: 202 with the place where its state is told. */
  static Answer accepted(Reply reply) {
    return reply
        .request()
        .map(
            state ->
                Answer.of(202, json(state))
                    .with("Location", "/api/sync-requests/" + state.request().requestId())
                    .telling(facts(state.request())))
        .orElseGet(() -> refused(reply));
  }

  /** A state was asked for: 200. */
  static Answer found(Reply reply) {
    return reply
        .request()
        .map(state -> Answer.of(200, json(state)))
        .orElseGet(() -> refused(reply));
  }

  private static AuditFacts facts(SyncRequest request) {
    AuditFacts known = AuditFacts.NONE.id(request.requestId());
    return request.user().map(user -> known.user(user.value())).orElse(known);
  }

  private static Answer refused(Reply reply) {
    return refused(reply.refusal().orElseThrow());
  }

  /** As a problem document. */
  static Answer refused(Refusal refusal) {
    return Answer.of(Problem.of(status(refusal.category()), refusal.detail()));
  }

  private static int status(Refusal.Category category) {
    return switch (category) {
      case MALFORMED -> 400;
      case NOT_ALLOWED -> 403;
      case NOT_FOUND -> 404;
      case CRM_DECIDES, NOT_NOW -> 409;
      case NOT_ACTIONABLE -> 422;
    };
  }

  /** The schema SyncRequest. */
  private static ObjectNode json(RequestState state) {
    SyncRequest request = state.request();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("requestId", request.requestId()).put("kind", request.kind().code());
    request.user().ifPresent(user -> json.put("userId", user.value()));
    request.contact().ifPresent(contact -> json.put("contactId", contact.value()));
    json.put("status", state.status().code());
    json.putObject("pairs")
        .put("total", state.total())
        .put("open", state.open())
        .put("done", state.done())
        .put("failed", state.failed());
    putOutcomes(json, state.outcomes());
    if (!state.reason().isEmpty()) {
      json.put("reason", state.reason());
    }
    if (state.withdrawalsWaiting()) {
      json.put("withdrawalsWaiting", true);
    }
    state.lastRemovalAt().ifPresent(at -> json.put("lastRemovalAt", at.toString()));
    state.completedAt().ifPresent(at -> json.put("completedAt", at.toString()));
    return json;
  }

  /** Failed pairs are counted among the pairs. */
  private static void putOutcomes(ObjectNode json, Map<Outcome, Integer> outcomes) {
    ObjectNode counts = Json.MAPPER.createObjectNode();
    outcomes.forEach(
        (outcome, count) -> {
          if (outcome != Outcome.FAILED) {
            counts.put(outcome.code(), count);
          }
        });
    if (!counts.isEmpty()) {
      json.set("outcomes", counts);
    }
  }
}
