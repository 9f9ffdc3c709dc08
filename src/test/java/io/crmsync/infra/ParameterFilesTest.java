package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The two files of values say the same, and what main.bicep says by default. */
class ParameterFilesTest {
  /** An object, a secret, and one whose default is the deployment's own tenant. */
  private static final Set<String> IN_NO_FILE = Set.of("tags", "crmApiKey", "syncTenantId");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?:=([^}]*))?}");
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^param (\\w+) = (?:int\\(|bool\\()?readEnvironmentVariable\\('(\\w+)'(?:, '([^']*)')?\\){1,2}$");

  private final BicepFolder folder = BicepFolder.asItIs();

  /** An environment variable, and what holds where it is not set; empty: it must be. */
  private record Value(String variable, Optional<String> otherwise) {}

  @Test
  void bothFilesNameTheSameVariablesAndDefaults() throws IOException {
    assertThat(ofJson()).isEqualTo(ofBicepparam()).isNotEmpty();
  }

  @Test
  void everyParameterIsThereAndNoOther() throws IOException {
    Set<String> expected = new TreeSet<>();
    folder.file("main.bicep").params().forEach(param -> expected.add(param.name()));
    expected.removeAll(IN_NO_FILE);

    assertThat(ofJson().keySet()).isEqualTo(expected);
  }

  @Test
  void whatHoldsByDefaultIsWhatBicepSays() throws IOException {
    Map<String, Value> values = ofJson();
    for (Declaration param : folder.file("main.bicep").params()) {
      Value value = values.getOrDefault(param.name(), new Value("", Optional.empty()));
      if (!IN_NO_FILE.contains(param.name())) {
        Optional<String> inBicep = param.value().map(node -> node.literal().orElseGet(node::text));
        assertThat(value.otherwise()).as(param.name()).isEqualTo(inBicep);
      }
    }
  }

  @Test
  void aVariableForASettingHasTheSettingsName() throws IOException {
    Map<String, Value> values = ofJson();
    BicepSettings.of(folder.file("main.bicep"))
        .params()
        .forEach(
            (setting, param) -> {
              if (!IN_NO_FILE.contains(param.name())) {
                assertThat(values.get(param.name())).extracting(Value::variable).isEqualTo(setting);
              }
            });
  }

  /** The grammar knows no parameter without a type, and this file has nothing but those. */
  @Test
  void theBicepparamFileParses() {
    String source =
        folder.texts().getOrDefault("main.bicepparam", "").replaceAll("(?m)^param ", "var ");

    Node tree =
        Objects.requireNonNull(SyntaxTrees.BICEP.of(Map.of("values", source)).get("values"));

    assertThat(tree.all().filter(node -> node.is("ERROR") || node.is("MISSING"))).isEmpty();
    assertThat(tree.all("variable_declaration")).hasSameSizeAs(ofBicepparam().keySet());
  }

  private Map<String, Value> ofJson() throws IOException {
    JsonNode parameters =
        new ObjectMapper().readTree(folder.texts().get("main.parameters.json")).path("parameters");
    Map<String, Value> values = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : parameters.properties()) {
      Matcher variable = VARIABLE.matcher(entry.getValue().path("value").asText());
      assertThat(variable.matches()).as(entry.getKey()).isTrue();
      values.put(entry.getKey(), value(variable.group(1), variable.group(2)));
    }
    return values;
  }

  private Map<String, Value> ofBicepparam() {
    Map<String, Value> values = new TreeMap<>();
    LINE.matcher(folder.texts().getOrDefault("main.bicepparam", ""))
        .results()
        .forEach(line -> values.put(line.group(1), value(line.group(2), line.group(3))));
    return values;
  }

  private static Value value(String variable, @Nullable String otherwise) {
    return new Value(variable, Optional.ofNullable(otherwise));
  }
}
