package io.crmsync.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What each resource of a type must say at a place.
 *
 * @param type without a version
 * @param at a JSON pointer
 * @param value JSON, as it must be
 */
record Expected(String type, String at, String value) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is otherwise; that there is none of the type is a problem too. */
  List<String> problems(Deployment deployment) {
    List<JsonNode> resources = deployment.resources(type);
    if (resources.isEmpty()) {
      return List.of("There is no " + type);
    }
    List<String> problems = new ArrayList<>();
    for (JsonNode resource : resources) {
      JsonNode found = resource.at(at);
      if (!found.equals(wanted())) {
        problems.add(type + at + " is " + (found.isMissingNode() ? "not there" : found));
      }
    }
    return problems;
  }

  /** Copies in each of which one resource says something else there, or nothing. */
  List<Deployment> broken(Deployment deployment) {
    List<Deployment> copies = new ArrayList<>();
    for (int i = 0; i < deployment.resources(type).size(); i++) {
      int which = i;
      copies.add(
          deployment.broken(
              copy -> Deployment.put(copy.resources(type).get(which), at, TextNode.valueOf("?"))));
      copies.add(
          deployment.broken(copy -> Deployment.put(copy.resources(type).get(which), at, null)));
    }
    return copies;
  }

  private JsonNode wanted() {
    try {
      return JSON.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return type.replaceFirst(".*?/", "") + at + " = " + value;
  }
}
