package io.crmsync.functions.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the settings of Bicep have in common with docs/settings.md and the code; each throws if not.
 *
 * @param given all application settings that any installation gives the app, by name
 * @param params the parameters of main.bicep as they are compiled, by name
 */
record SettingsAgreement(Set<String> given, JsonNode params) {
  /** The platform's own, which no code of ours reads; infra/README.md says what each is for. */
  static final Set<String> OF_THE_PLATFORM =
      Set.of(
          "APPLICATIONINSIGHTS_CONNECTION_STRING",
          "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
          "AzureWebJobsDisableHomepage",
          "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT",
          "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
          "WEBSITE_AUTH_AAD_ALLOWED_TENANTS",
          "JAVA_OPTS");

  /** A connection string is for the local run; whether sign-in is there is said by Azure alone. */
  private static final Set<String> NEVER_SET =
      Set.of("AzureWebJobsStorage", "WEBSITE_AUTH_ENABLED");

  private static final String GRAPH = "GRAPH_BASE_URL";

  /** A word after the first, of a name as parameters have them: syncPageSize. */
  private static final Pattern WORD = Pattern.compile("_(\\w)");

  private static final String PAUSED = "AzureWebJobs\\.\\w+\\.Disabled";

  void ofNames() {
    Set<String> expected = SettingsTable.read().names();
    expected.removeAll(NEVER_SET);
    expected.addAll(OF_THE_PLATFORM);
    Set<String> found = new TreeSet<>(given);
    found.removeIf(name -> name.matches(PAUSED));
    assertThat(found).isEqualTo(expected);
  }

  /** A setting that is absent has the code's default: one of the same value changes nothing. */
  void ofDefaults() {
    defaults()
        .forEach(
            (name, value) -> {
              assertThat(Settings.of(with(name, value))).isEqualTo(Settings.of(enough()));
              assertThat(SettingsTable.read().defaultOf(name))
                  .as(name)
                  .isIn(value.isEmpty() ? List.of("empty", "–") : List.of(value));
            });
  }

  void ofBounds() {
    ofSettings()
        .forEach(
            (name, param) -> {
              if (param.path("type").asText().equals("int")) {
                int least = number(name, param, "minValue");
                int most = number(name, param, "maxValue");
                assertThat(List.of(least, most)).allMatch(bound -> taken(name, bound));
                refused(name, Integer.toString(least - 1));
                refused(name, Integer.toString(most + 1));
              }
            });
  }

  /** Every word that Bicep takes, the code takes; and of all but Graph's address no other. */
  void ofWords() {
    ofSettings()
        .forEach(
            (name, param) -> {
              List<String> words = words(param);
              words.forEach(word -> Settings.of(with(name, word)));
              if (!words.isEmpty() && !name.equals(GRAPH)) {
                assertThatThrownBy(() -> Settings.of(with(name, "no such word")))
                    .hasMessageEndingWith("allowed: " + String.join(" or ", new TreeSet<>(words)));
              }
            });
  }

  /** Those that have one which is a text or a number. */
  Map<String, String> defaults() {
    Map<String, String> defaults = new HashMap<>();
    ofSettings()
        .forEach(
            (name, param) -> {
              JsonNode value = param.path("defaultValue");
              if (value.isNumber() || (value.isTextual() && !value.asText().startsWith("["))) {
                defaults.put(name, value.asText());
              }
            });
    return defaults;
  }

  /** The parameters that are named as a setting is: syncPageSize, SYNC_PAGE_SIZE. */
  Map<String, JsonNode> ofSettings() {
    Map<String, JsonNode> found = new TreeMap<>();
    for (String name : given) {
      String camel = name.toLowerCase(Locale.ROOT);
      camel = WORD.matcher(camel).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
      if (params.has(camel)) {
        found.put(name, params.path(camel));
      }
    }
    return found;
  }

  private static boolean taken(String name, int value) {
    Settings.of(with(name, Integer.toString(value)));
    return true;
  }

  private static void refused(String name, String value) {
    assertThatThrownBy(() -> Settings.of(with(name, value)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining(name);
  }

  private static List<String> words(JsonNode param) {
    List<String> words = new ArrayList<>();
    param.path("allowedValues").forEach(word -> words.add(word.asText()));
    return words;
  }

  private static int number(String name, JsonNode param, String bound) {
    assertThat(param.path(bound).isInt()).as(name + " has a " + bound).isTrue();
    return param.path(bound).asInt();
  }

  /** Outside the global cloud nothing can be removed for good, which would be refused first. */
  private static Map<String, String> with(String name, String value) {
    Map<String, String> values = enough();
    if (name.equals(GRAPH) && !value.contains("graph.microsoft.com")) {
      values.put("SYNC_REMOVAL_SECURITY", "soft");
    }
    values.put(name, value);
    return values;
  }

  private static Map<String, String> enough() {
    return new HashMap<>(
        Map.of(
            "AzureWebJobsStorage", "UseDevelopmentStorage=true",
            "CRM_BASE_URL", "http://localhost",
            "SYNC_SCHEDULE", "0 0 1 * * *"));
  }
}
