package io.crmsync.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The names of docs/settings.md are a promise: code and sample know these and no others. */
class SettingsNamesTest {
  private static final Pattern NAME = Pattern.compile("`((?:[A-Z]\\w*|__)\\w*)`");
  private static final String STORAGE = "AzureWebJobsStorage";

  /** Settings that no code of ours reads: the Functions host's own. */
  private static final Set<String> OF_THE_HOST = Set.of("FUNCTIONS_WORKER_RUNTIME");

  @Test
  void theCodeReadsExactlyTheDocumentedOnes() throws IOException {
    assertThat(namesReadByTheCode()).isEqualTo(documented());
  }

  @Test
  void theSampleSetsDocumentedOnesOnlyAndIsAccepted() throws IOException {
    JsonNode values =
        new ObjectMapper().readTree(Path.of("local.settings.sample.json").toFile()).path("Values");
    Map<String, String> sample =
        values.properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
    Settings.of(sample);
    Set<String> names = new TreeSet<>(sample.keySet());
    names.removeAll(OF_THE_HOST);
    assertThat(documented()).containsAll(names);
    assertThat(names).doesNotContain("WEBSITE_AUTH_ENABLED");
  }

  private static Set<String> namesReadByTheCode() {
    Set<String> read = new TreeSet<>();
    Map<String, String> enough =
        Map.of(
            STORAGE,
            "UseDevelopmentStorage=true",
            "CRM_BASE_URL",
            "http://localhost",
            "SYNC_SCHEDULE",
            "0 0 1 * * *");
    Settings.of(
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, String>> entrySet() {
            return enough.entrySet();
          }

          @Override
          public @Nullable String get(Object name) {
            read.add((String) name);
            return enough.get(name);
          }
        });
    return read;
  }

  /** The first column of the table; {@code __name} continues the name before it. */
  private static Set<String> documented() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("docs", "settings.md"))) {
      if (line.startsWith("| `")) {
        Matcher name = NAME.matcher(line.substring(0, line.indexOf('|', 1)));
        while (name.find()) {
          names.add(name.group(1).startsWith("__") ? STORAGE + name.group(1) : name.group(1));
        }
      }
    }
    return names;
  }
}
