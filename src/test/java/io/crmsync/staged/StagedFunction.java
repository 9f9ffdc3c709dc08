package io.crmsync.staged;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A function as its function.json describes it to Azure.
 *
 * @param name the name of its folder
 * @param json the file
 */
record StagedFunction(String name, JsonNode json) {

  /** What it promises to the outside. */
  FunctionFacts facts() {
    JsonNode trigger = json.at("/bindings/0");
    String type = trigger.path("type").asText();
    return switch (type) {
      case "timerTrigger" -> FunctionFacts.timer(name, trigger.path("schedule").asText());
      case "queueTrigger" -> FunctionFacts.queue(name, trigger.path("queueName").asText());
      case "httpTrigger" ->
          FunctionFacts.http(
              name, trigger.at("/methods/0").asText(), trigger.path("route").asText());
      default -> new FunctionFacts(name, type, "");
    };
  }

  /** Its class. */
  String className() {
    return entryPoint().substring(0, entryPoint().lastIndexOf('.'));
  }

  /** Its method. */
  String methodName() {
    return entryPoint().substring(entryPoint().lastIndexOf('.') + 1);
  }

  private String entryPoint() {
    return json.path("entryPoint").asText();
  }
}
