package io.crmsync.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.annotation.FunctionName;
import io.crmsync.localapp.host.FunctionClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What host.json lets through: measurements, and nothing that costs and says no more. */
class LogLevelsTest {
  @Test
  void ofFunctionsThatMeasureTheLinesArriveAndOfTheRestWarnings() throws IOException {
    Set<String> let = new TreeSet<>();
    levels()
        .properties()
        .forEach(
            level -> {
              if (level.getValue().asText().equals("Information")) {
                let.add(level.getKey());
              }
            });
    assertThat(levels().path("default").asText()).isEqualTo("Warning");
    assertThat(let)
        .isEqualTo(
            Stream.concat(
                    Stream.of("Host.Results"), // the table requests
                    measuring().map(name -> "Function." + name + ".User"))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** A measurement that was sampled away would be a wrong number. */
  @Test
  void linesAreNotSampled() throws IOException {
    JsonNode sampling =
        hostJson().path("logging").path("applicationInsights").path("samplingSettings");
    assertThat(sampling.path("excludedTypes").asText().split(";")).contains("Trace");
  }

  private static Stream<String> measuring() {
    return FunctionClasses.besides(NightlySync.class).stream()
        .filter(LogLevelsTest::takesAMeter)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .flatMap(method -> Stream.ofNullable(method.getAnnotation(FunctionName.class)))
        .map(FunctionName::value);
  }

  private static boolean takesAMeter(Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
        .anyMatch(Meter.class::equals);
  }

  private static JsonNode levels() throws IOException {
    return hostJson().path("logging").path("logLevel");
  }

  private static JsonNode hostJson() throws IOException {
    return new ObjectMapper().readTree(Path.of("host.json").toFile());
  }
}
