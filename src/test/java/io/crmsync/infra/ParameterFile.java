package io.crmsync.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Bicep makes of main.bicepparam: the first thing that azd, and az deployment, do.
 *
 * @param values by parameter
 * @param template main.bicep as Azure reads it, with its parameters
 */
record ParameterFile(JsonNode values, JsonNode template) {
  /** The variables that have no default. */
  static final Map<String, String> REQUIRED =
      Map.of(
          "AZURE_ENV_NAME", "sample",
          "AZURE_LOCATION", "westeurope",
          "CRM_BASE_URL", "https://crm.example.com/feed");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static @Nullable ParameterFile withDefaults;

  /** With nothing set but what must be; built once. */
  static synchronized ParameterFile withDefaults() {
    if (withDefaults == null) {
      withDefaults = built(Map.of());
    }
    return withDefaults;
  }

  /** With nothing set but what must be, and what is given; fails where Bicep has a remark. */
  static ParameterFile built(Map<String, String> variables) {
    try {
      JsonNode built = JSON.readTree(build(variables).clean());
      return new ParameterFile(
          JSON.readTree(built.path("parametersJson").asText()).path("parameters"),
          JSON.readTree(built.path("templateJson").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, with what Bicep says to it. An empty value: the variable is not set. */
  static Tool.Answer build(Map<String, String> variables) {
    Map<String, String> all = new TreeMap<>(REQUIRED);
    all.putAll(variables);
    all.values().removeIf(String::isEmpty);
    return Tool.BICEP.run(Path.of("infra"), all, "build-params", "main.bicepparam", "--stdout");
  }
}
