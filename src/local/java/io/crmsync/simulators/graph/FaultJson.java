package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads fault rules from JSON and shows faults as JSON. */
final class FaultJson {
  private FaultJson() {}

  /** A rule; every field may be left out, {@code times} is then 1 and -1 means all. */
  static FaultRule rule(ObjectNode json) {
    int times = json.path("times").asInt(1);
    return new FaultRule(
        json.path("method").asText(""),
        Pattern.compile(json.path("path").asText("")),
        json.path("mailbox").asText(""),
        kinds(json.path("kinds")),
        json.path("skip").asInt(0),
        times < 0 ? Integer.MAX_VALUE : times,
        effect(json));
  }

  private static Set<RequestKind> kinds(JsonNode list) {
    Set<RequestKind> kinds = EnumSet.noneOf(RequestKind.class);
    list.forEach(label -> kinds.add(RequestKind.labelled(label.asText())));
    return kinds;
  }

  private static FaultEffect effect(ObjectNode json) {
    return new FaultEffect(
        FaultEffect.Moment.valueOf(json.path("moment").asText("ANSWER_INSTEAD")),
        json.path("status").asInt(503),
        json.path("code").asText("ServiceUnavailable"),
        FaultEffect.Body.valueOf(json.path("body").asText("JSON_ERROR")),
        json.path("retryAfter").asText(""),
        Duration.ofMillis(json.path("delayMillis").asLong(0)));
  }

  static ObjectNode show(int number, Fault fault) {
    FaultEffect effect = fault.rule().effect();
    return Json.object()
        .put("id", number)
        .put("moment", effect.moment().name())
        .put("status", effect.status())
        .put("mailbox", fault.rule().mailbox())
        .put("path", fault.rule().path().pattern())
        .put("times", fault.rule().times())
        .put("struck", fault.struck());
  }
}
