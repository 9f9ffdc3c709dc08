package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.NeverHangs;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one file of values, as Bicep itself reads it. */
@NeverHangs
class ParameterFileTest {
  /** An object, a secret, and one whose default is the deployment's own tenant. */
  private static final Set<String> IN_NO_FILE = Set.of("tags", "crmApiKey", "syncTenantId");

  @BeforeEach
  void bicepIsThere() {
    Tool.BICEP.isNeeded();
  }

  @Test
  void itCompilesWithNothingSetButWhatMustBeAndSaysWhatBicepSaysByDefault() {
    ParameterFile built = ParameterFile.withDefaults();
    Map<String, JsonNode> expected = new TreeMap<>();
    built
        .template()
        .path("parameters")
        .properties()
        .forEach(param -> expected.put(param.getKey(), param.getValue().path("defaultValue")));
    expected.keySet().removeAll(IN_NO_FILE);

    assertThat(fieldNames(built.values())).isEqualTo(expected.keySet());
    expected.values().removeIf(JsonNode::isMissingNode);
    assertThat(expected)
        .allSatisfy(
            (param, otherwise) ->
                assertThat(built.values().path(param).path("value")).isEqualTo(otherwise));
  }

  /** Azure would refuse them too, after the resource group is made. */
  @Test
  void aNumberOutsideOfWhatBicepTakesIsRefusedByTheNameOfItsVariable() {
    JsonNode params = ParameterFile.withDefaults().template().path("parameters");
    Map<String, String> least = new TreeMap<>();
    Map<String, String> most = new TreeMap<>();
    Map<String, String> below = new TreeMap<>();
    Map<String, String> above = new TreeMap<>();
    params
        .properties()
        .forEach(
            param -> {
              if (param.getValue().has("minValue")) {
                String variable = variable(param.getKey());
                long from = param.getValue().path("minValue").asLong();
                long to = param.getValue().path("maxValue").asLong();
                least.put(variable, Long.toString(from));
                most.put(variable, Long.toString(to));
                below.put(variable, Long.toString(from - 1));
                above.put(variable, Long.toString(to + 1));
              }
            });

    assertThat(least).hasSizeGreaterThan(6);
    assertThat(ParameterFile.build(least).remarks()).isEmpty();
    assertThat(ParameterFile.build(most).remarks()).isEmpty();
    assertThat(refused(below)).isEqualTo(below.keySet());
    assertThat(refused(above)).isEqualTo(above.keySet());
  }

  @Test
  void aMissingVariableAndAWordThatIsNoneAreRefused() {
    Tool.Answer answer =
        ParameterFile.build(
            Map.of(
                "CRM_BASE_URL", "",
                "INSTANCE_MEMORY_MB", "512",
                "JAVA_VERSION", "25",
                "STORAGE_LOCK", "yes"));

    assertThat(answer.status()).isNotZero();
    assertThat(answer.errors())
        .contains("CRM_BASE_URL")
        .contains("INSTANCE_MEMORY_MB is 2048 or 4096")
        .contains("'25'")
        .contains("storageLock");
  }

  private static Set<String> fieldNames(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The names that the refusals begin with. */
  private static Set<String> refused(Map<String, String> variables) {
    Set<String> names = new TreeSet<>();
    Pattern.compile("parameter \"\\w+\": (\\w+) is a number from")
        .matcher(ParameterFile.build(variables).errors())
        .results()
        .forEach(found -> names.add(found.group(1)));
    return names;
  }

  /** Each variable is called as its parameter is: syncPageSize, SYNC_PAGE_SIZE. */
  private static String variable(String parameter) {
    return parameter.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
