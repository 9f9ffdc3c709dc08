package io.crmsync.staged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The functions as docs/settings.md and docs/api/http-api.openapi.yaml promise them. */
final class DocumentedFunctions {

  private static final Path SETTINGS = Path.of("docs/settings.md");
  private static final Path API = Path.of("docs/api/http-api.openapi.yaml");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** The documents name functions and queues; the architecture says which reads which. */
  private static final Map<String, String> QUEUE_OF =
      Map.of(
          "SnapshotPage", "snapshot-pages",
          "SyncContact", "contact-sync",
          "SyncContactNow", "contact-sync-now",
          "FanOutChanges", "contact-changes");

  private static final Map<String, String> SCHEDULE_OF =
      Map.of("NightlySync", "%SYNC_SCHEDULE%", "WatchQueues", "0 */15 * * * *");

  private final NavigableSet<FunctionFacts> functions = new TreeSet<>();

  private DocumentedFunctions() {}

  /** All of them, by name. */
  static NavigableSet<FunctionFacts> read() throws IOException {
    DocumentedFunctions documented = new DocumentedFunctions();
    documented.readSettings(Files.readString(SETTINGS));
    documented.readApi(new YAMLMapper().readTree(API.toFile()));
    return documented.functions;
  }

  private void readSettings(String text) {
    String names = between(text, "**Functions**:", "(queue)");
    int queues = names.lastIndexOf("(timer");
    quoted(names.substring(0, queues)).forEach(this::addTimer);
    quoted(names.substring(queues)).forEach(this::addQueue);
    quoted(between(text, "**Queues**:", ", and their")).forEach(this::addPoison);
    List<String> page = quoted(between(text, "capital first letter, and", "."));
    functions.add(FunctionFacts.http(page.get(0), page.get(1), page.get(2)));
  }

  private void addTimer(String name) {
    String schedule = SCHEDULE_OF.get(name);
    if (schedule == null) {
      throw new IllegalStateException("When does " + name + " run? Say so in this test.");
    }
    functions.add(FunctionFacts.timer(name, schedule));
  }

  private void addQueue(String name) {
    String queue = QUEUE_OF.get(name);
    if (queue == null) {
      throw new IllegalStateException("Which queue does " + name + " read? Say so in this test.");
    }
    functions.add(FunctionFacts.queue(name, queue));
  }

  private void addPoison(String queue) {
    String words =
        Arrays.stream(queue.split("-", -1))
            .map(DocumentedFunctions::capital)
            .collect(Collectors.joining());
    functions.add(FunctionFacts.queue("Poison" + words, queue + "-poison"));
  }

  private void readApi(JsonNode api) {
    for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        functions.add(
            FunctionFacts.http(
                capital(operation.getValue().get("operationId").asText()),
                operation.getKey(),
                path.getKey().substring(1)));
      }
    }
  }

  private static String between(String text, String start, String end) {
    Matcher found =
        Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
            .matcher(text);
    if (!found.find()) {
      throw new IllegalStateException(SETTINGS + " says nothing between " + start + " and " + end);
    }
    return found.group(1);
  }

  private static List<String> quoted(String text) {
    return QUOTED.matcher(text).results().map((MatchResult result) -> result.group(1)).toList();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
