package io.crmsync.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.annotation.FunctionName;
import io.crmsync.functions.http.HttpMiddleware;
import io.crmsync.functions.measure.Meter;
import io.crmsync.localapp.host.FunctionClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What host.json lets through: measurements, the audit log, and nothing that says no more. */
class LogLevelsTest {
  @Test
  void ofFunctionsThatMeasureOrAuditTheLinesArriveUnsampledAndOfTheRestWarnings()
      throws IOException {
    assertThat(faults(new ObjectMapper().readTree(source()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "default": "Warning" | "default": "Information"
          "Function.NightlySync.User": "Information" | "Function.NightlySync.User": "Warning"
          "Function.SnapshotPage.User" | "Function.SnapshotPages.User"
          "Host.Results": "Information", |
          "Host.Results" | "Host"
          "Exception;Trace" | "Exception"
          """)
  void anythingElseIsNoticed(String passage, @Nullable String instead) throws IOException {
    assertThat(source()).contains(passage);
    String broken = source().replace(passage, instead == null ? "" : instead);
    assertThat(faults(new ObjectMapper().readTree(broken))).hasSize(1);
  }

  private static List<String> faults(JsonNode host) {
    List<String> faults = new ArrayList<>();
    JsonNode logging = host.path("logging");
    if (!logging.at("/logLevel/default").asText().equals("Warning")) {
      faults.add("by default more or less than warnings");
    }
    Set<String> wanted =
        Stream.concat(
                Stream.of("Host.Results"), // the table requests
                informative().map(name -> "Function." + name + ".User"))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!informing(logging.path("logLevel")).equals(wanted)) {
      faults.add("not just " + wanted + " inform");
    }
    // A measurement that was sampled away would be a wrong number, an audit line a gap.
    String unsampled = logging.at("/applicationInsights/samplingSettings/excludedTypes").asText();
    if (!List.of(unsampled.split(";", -1)).contains("Trace")) {
      faults.add("lines are sampled");
    }
    return faults;
  }

  /** By default nobody does, which is said apart. */
  private static Set<String> informing(JsonNode levels) {
    return levels.properties().stream()
        .filter(level -> level.getValue().asText().equals("Information"))
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals("default"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> informative() {
    return FunctionClasses.besides(FunctionInstances.class).stream()
        .filter(type -> takes(type, Meter.class) || takes(type, HttpMiddleware.class))
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .flatMap(method -> Stream.ofNullable(method.getAnnotation(FunctionName.class)))
        .map(FunctionName::value);
  }

  private static boolean takes(Class<?> type, Class<?> what) {
    return Arrays.stream(type.getConstructors())
        .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
        .anyMatch(what::equals);
  }

  private static String source() throws IOException {
    return Files.readString(Path.of("host.json"));
  }
}
