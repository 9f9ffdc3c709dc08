package io.crmsync.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The workbook has the shape that Application Insights reads: Notebook/1.0 and its items. */
class WorkbookTest {
  private static final int MARKDOWN = 1;
  private static final int QUERY = 3;
  private static final int PARAMETERS = 9;
  private static final Set<String> VIEWS = Set.of("table", "timechart", "barchart");

  @Test
  void theWorkbookHasTheShapeOfOne() throws IOException {
    assertThat(faults(Queries.workbook())).isEmpty();
  }

  @Test
  void aBrokenOneIsFound() throws IOException {
    broken("version", workbook -> workbook.put("version", "1"));
    broken("no items", workbook -> workbook.putArray("items"));
    broken("type", workbook -> first(workbook).put("type", 77));
    broken("twice", workbook -> first(workbook).put("name", "runs"));
    broken("view", workbook -> content(workbook).put("visualization", "pie in the sky"));
    broken("TimeRange", workbook -> content(workbook).put("timeContextFromParameter", "Time"));
    broken("empty query", workbook -> content(workbook).put("query", " "));
    broken("resource", workbook -> content(workbook).put("resourceType", "microsoft.x/y"));
  }

  private static void broken(String fault, Consumer<ObjectNode> harm) throws IOException {
    ObjectNode copy = Queries.workbook().deepCopy();
    harm.accept(copy);
    assertThat(faults(copy)).as(fault).anySatisfy(each -> assertThat(each).contains(fault));
  }

  private static ObjectNode first(ObjectNode workbook) {
    return (ObjectNode) workbook.path("items").get(0);
  }

  private static ObjectNode content(ObjectNode workbook) {
    for (JsonNode item : workbook.path("items")) {
      if (item.path("type").asInt() == QUERY) {
        return (ObjectNode) item.path("content");
      }
    }
    throw new AssertionError("no query");
  }

  private static List<String> faults(JsonNode workbook) {
    List<String> faults = new ArrayList<>();
    check(faults, workbook.path("version").asText().equals("Notebook/1.0"), "version");
    check(faults, !workbook.path("items").isEmpty(), "no items");
    check(faults, workbook.path("$schema").asText().endsWith("/workbook.json"), "schema");
    Set<String> names = new HashSet<>();
    for (JsonNode item : workbook.path("items")) {
      String name = item.path("name").asText();
      check(faults, !name.isBlank() && names.add(name), "no name, or twice: " + name);
      item(faults, name, item);
    }
    return faults;
  }

  private static void item(List<String> faults, String name, JsonNode item) {
    JsonNode content = item.path("content");
    switch (item.path("type").asInt()) {
      case MARKDOWN -> check(faults, !content.path("json").asText().isBlank(), name + ": no text");
      case QUERY -> query(faults, name, content);
      case PARAMETERS ->
          check(
              faults,
              content.path("parameters").findValuesAsText("name").contains("TimeRange"),
              name + ": TimeRange");
      default -> faults.add(name + ": type");
    }
  }

  private static void query(List<String> faults, String name, JsonNode content) {
    check(faults, content.path("version").asText().equals("KqlItem/1.0"), name + ": item version");
    check(faults, !content.path("query").asText().isBlank(), name + ": empty query");
    check(faults, !content.path("title").asText().isBlank(), name + ": no title");
    check(faults, content.path("queryType").asInt(-1) == 0, name + ": query type");
    check(faults, VIEWS.contains(content.path("visualization").asText()), name + ": view");
    check(
        faults,
        content.path("timeContextFromParameter").asText().equals("TimeRange"),
        name + ": TimeRange");
    check(
        faults,
        content.path("resourceType").asText().equals("microsoft.insights/components"),
        name + ": resource");
  }

  private static void check(List<String> faults, boolean good, String fault) {
    if (!good) {
      faults.add(fault);
    }
  }
}
