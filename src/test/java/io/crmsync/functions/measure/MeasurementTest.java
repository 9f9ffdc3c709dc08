package io.crmsync.functions.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementTest {
  /** Application Insights cuts longer messages. */
  private static final int LONGEST_MESSAGE = 32_768;

  @Test
  void aLineIsTheMarkAndOneObjectOfValuesAndDimensions() {
    Measurement measured =
        Measurement.of(Metric.PAIR_DURATION, 12)
            .and(Metric.GRAPH_RETRY_AFTER, 1.5)
            .andIfAny(Metric.GRAPH_THROTTLED, 0)
            .by(Dimension.OUTCOME, "later")
            .by(Dimension.USER, "u-1")
            .by(Dimension.REASON, "");
    assertThat(measured.line())
        .isEqualTo(
            "measured {\"values\":{\"pair.duration\":12,\"graph.retryAfter\":1.5},"
                + "\"user\":\"u-1\",\"outcome\":\"later\"}");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoCountAndNoTimeIsRefused(double value) {
    assertThatThrownBy(() -> Measurement.of(Metric.PAIR_DURATION, value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDimensionThatNoMetricOfTheLineCarriesIsRefused() {
    assertThatThrownBy(() -> Measurement.of(Metric.REMOVALS_HELD, 1).by(Dimension.USER, "u-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The worker passes on the message of the log record as it is, and no parameters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{0}",
        "%s {name}",
        "a\"b\\c",
        "two\nlines\r",
        "\u0000",
        "\u00e4\u6f22\ud83d\ude00",
        "$(x) ${y}"
      })
  void theLineComesThroughTheWorkersLoggerUnharmed(String id) throws IOException {
    String line = Measurement.of(Metric.QUEUE_MESSAGES, 3).by(Dimension.QUEUE, id).line();
    List<String> passedOn = new ArrayList<>();
    workersLogger(passedOn).info(line);

    assertThat(passedOn).containsExactly(line);
    assertThat(line).startsWith(Measurement.MARK + "{").doesNotContain("\n", "\r", "\u0000");
    JsonNode read = new ObjectMapper().readTree(line.substring(Measurement.MARK.length()));
    assertThat(read.path("queue").asText()).isEqualTo(id);
    assertThat(read.path("values").path("queue.messages").asInt()).isEqualTo(3);
  }

  /** Ids have at most 200 characters, of which JSON may make six each. */
  @Test
  void theLongestLineIsNotCut() {
    Measurement full =
        new Measurement(
            Arrays.stream(Metric.values()).collect(Collectors.toMap(m -> m, m -> Double.MAX_VALUE)),
            Arrays.stream(Dimension.values())
                .collect(Collectors.toMap(d -> d, d -> "\u0001".repeat(200))));
    assertThat(full.line()).hasSizeLessThan(LONGEST_MESSAGE);
  }

  @Test
  void eachNameIsThereOnce() {
    assertThat(Arrays.stream(Metric.values()).map(Metric::code)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(Dimension.values()).map(Dimension::code))
        .doesNotHaveDuplicates()
        .doesNotContain("values");
    assertThat(Arrays.stream(Dimension.values()).filter(MeasurementTest::carriedByNone)).isEmpty();
  }

  private static boolean carriedByNone(Dimension dimension) {
    return Arrays.stream(Metric.values())
        .map(Metric::dimensions)
        .noneMatch((Set<Dimension> carried) -> carried.contains(dimension));
  }

  private static Logger workersLogger(List<String> passedOn) {
    Logger logger = Logger.getAnonymousLogger();
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            passedOn.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
    return logger;
  }
}
