package io.crmsync.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.infra.BicepSettings;
import io.crmsync.infra.Declaration;
import io.crmsync.infra.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the settings of Bicep have in common with docs/settings.md and the code; each throws if not.
 */
record SettingsAgreement(BicepSettings bicep) {
  /** The platform's own, which no code of ours reads; infra/README.md says what each is for. */
  static final Set<String> OF_THE_PLATFORM =
      Set.of(
          "APPLICATIONINSIGHTS_CONNECTION_STRING",
          "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
          "AzureWebJobsDisableHomepage",
          "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT",
          "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID");

  /** A connection string is for the local run; whether sign-in is there is said by Azure alone. */
  private static final Set<String> NEVER_SET =
      Set.of("AzureWebJobsStorage", "WEBSITE_AUTH_ENABLED");

  private static final String GRAPH = "GRAPH_BASE_URL";

  void ofNames() {
    Set<String> expected = SettingsTable.read().names();
    expected.removeAll(NEVER_SET);
    expected.addAll(OF_THE_PLATFORM);
    assertThat(bicep.names()).isEqualTo(expected);
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
    bicep
        .params()
        .forEach(
            (name, param) -> {
              if (param.type().equals("int")) {
                int least = number(param, "minValue");
                int most = number(param, "maxValue");
                assertThat(List.of(least, most)).allMatch(bound -> taken(name, bound));
                refused(name, Integer.toString(least - 1));
                refused(name, Integer.toString(most + 1));
              }
            });
  }

  /** Every word that Bicep takes, the code takes; and of all but Graph's address no other. */
  void ofWords() {
    bicep
        .params()
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
    bicep
        .params()
        .forEach(
            (name, param) ->
                BicepSettings.literal(param.value()).ifPresent(value -> defaults.put(name, value)));
    return defaults;
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

  private static List<String> words(Declaration param) {
    return param.arguments("allowed").stream()
        .flatMap(array -> array.all("string"))
        .flatMap(word -> word.literal().stream())
        .toList();
  }

  private static int number(Declaration param, String decorator) {
    return param.arguments(decorator).stream()
        .map(Node::text)
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElseThrow(() -> new AssertionError(param.name() + " has no @" + decorator));
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
