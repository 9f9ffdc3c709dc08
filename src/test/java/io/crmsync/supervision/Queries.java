package io.crmsync.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmsync.infra.Deployment;
import io.crmsync.infra.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The queries that are deployed. */
final class Queries {
  static final Path WORKBOOK = Path.of("infra/app/workbook.json");
  private static final Path PRELUDE = Path.of("infra/app/measured.kql");
  private static final Path ALERTS = Path.of("infra/app/alerts");

  private Queries() {}

  /** The definitions that go in front of every query of measurements. */
  static String prelude() throws IOException {
    return Files.readString(PRELUDE);
  }

  /** The alerts as they are deployed: their name, what they ask, and the column they watch. */
  record Alert(Query query, String column) {}

  static List<Alert> alerts() throws IOException {
    List<Alert> found = new ArrayList<>();
    for (JsonNode rule :
        Deployment.of(Installation.DEFAULTS).resources("Microsoft.Insights/scheduledQueryRules")) {
      JsonNode criterion = rule.at("/properties/criteria/allOf/0");
      String name = rule.path("name").asText();
      found.add(
          new Alert(
              of(name, criterion.path("query").asText()),
              criterion.path("metricMeasureColumn").asText()));
    }
    return found;
  }

  static List<Query> ofAlerts() throws IOException {
    return alerts().stream().map(Alert::query).toList();
  }

  /** The files that alerts.bicep may take queries from. */
  static List<String> filesOfAlerts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ALERTS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  static List<Query> ofWorkbook(JsonNode workbook) throws IOException {
    List<Query> found = new ArrayList<>();
    for (JsonNode item : workbook.path("items")) {
      if (item.path("content").has("query")) {
        found.add(of(item.path("name").asText(), item.path("content").path("query").asText()));
      }
    }
    return found;
  }

  static JsonNode workbook() throws IOException {
    return new ObjectMapper().readTree(WORKBOOK.toFile());
  }

  /** Without the definitions a query can reach no measurement: they must be there to the letter. */
  private static Query of(String name, String text) throws IOException {
    String prelude = prelude();
    return text.startsWith(prelude)
        ? new Query(name, prelude, text.substring(prelude.length()))
        : new Query(name, "", text);
  }
}
