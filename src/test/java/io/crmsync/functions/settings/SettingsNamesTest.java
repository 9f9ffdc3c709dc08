package io.crmsync.functions.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The names of docs/settings.md are a promise: code and sample know these and no others. */
class SettingsNamesTest {
  private static final String STORAGE = "AzureWebJobsStorage";

  /** Settings that no code of ours reads: the Functions host's own. */
  private static final Set<String> OF_THE_HOST =
      Set.of("FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT");

  @Test
  void theCodeReadsExactlyTheDocumentedOnes() {
    assertThat(namesReadByTheCode()).isEqualTo(SettingsTable.read().names());
  }

  @Test
  void whatIsRefusedAsUnknownGoesByTheSameNames() {
    Set<String> ours = new TreeSet<>(SettingsTable.read().names());
    ours.removeIf(name -> !SettingNames.isMeantForUs(name));
    assertThat(SettingNames.OURS).isEqualTo(ours);
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
    assertThat(SettingsTable.read().names()).containsAll(names);
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
}
