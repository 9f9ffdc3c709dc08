package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** The behaviour as JSON; what an update leaves out stays as it is. */
final class BehaviourJson {
  private BehaviourJson() {}

  static ObjectNode show(GraphBehaviour behaviour) {
    ObjectNode json =
        Json.object()
            .put("latencyMillis", behaviour.latency().toMillis())
            .put("filterLagMillis", behaviour.filterLag().toMillis())
            .put("concurrentRequests", behaviour.concurrentRequests())
            .put("requestsPerTenMinutes", behaviour.requestsPerTenMinutes());
    ArrayNode quirks = json.putArray("quirks");
    behaviour.quirks().stream().sorted().forEach(quirk -> quirks.add(quirk.name()));
    return json;
  }

  static GraphBehaviour updated(GraphBehaviour old, ObjectNode json) {
    return new GraphBehaviour(
        json.has("quirks") ? quirks(json) : old.quirks(),
        Duration.ofMillis(json.path("latencyMillis").asLong(old.latency().toMillis())),
        Duration.ofMillis(json.path("filterLagMillis").asLong(old.filterLag().toMillis())),
        json.path("concurrentRequests").asInt(old.concurrentRequests()),
        json.path("requestsPerTenMinutes").asInt(old.requestsPerTenMinutes()));
  }

  private static Set<Quirk> quirks(ObjectNode json) {
    Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    json.path("quirks").forEach(name -> quirks.add(Quirk.valueOf(name.asText())));
    return quirks;
  }
}
