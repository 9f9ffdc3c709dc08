package io.crmsync.functions.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Numbers that were measured together, and what they can be broken down by: one line of a log.
 * Several in one line, because a line costs far more than what is in it.
 *
 * @param values finite, and not negative
 * @param dimensions each one carried by at least one of the metrics; none is blank
 */
public record Measurement(Map<Metric, Double> values, Map<Dimension, String> dimensions) {
  /** What every line begins with, and nothing else does. */
  public static final String MARK = "measured ";

  private static final double LARGEST_WHOLE = 1L << 53;

  /** Checks and copies. */
  public Measurement {
    Map<Metric, Double> ordered = new EnumMap<>(Metric.class);
    ordered.putAll(values);
    values = Collections.unmodifiableMap(ordered);
    Map<Dimension, String> named = new EnumMap<>(Dimension.class);
    named.putAll(dimensions);
    dimensions = Collections.unmodifiableMap(named);
    values.forEach(Measurement::check);
    dimensions.forEach((dimension, value) -> check(ordered, dimension, value));
  }

  private static void check(Metric metric, double value) {
    if (!Double.isFinite(value) || value < 0) {
      throw new IllegalArgumentException(metric.code() + " is " + value);
    }
  }

  private static void check(Map<Metric, Double> values, Dimension dimension, String value) {
    boolean carried =
        values.keySet().stream().anyMatch(metric -> metric.dimensions().contains(dimension));
    if (!carried || value.isBlank()) {
      throw new IllegalArgumentException(dimension.code() + " is carried by no metric, or blank");
    }
  }

  /** One number. */
  public static Measurement of(Metric metric, double value) {
    return new Measurement(Map.of(metric, value), Map.of());
  }

  /** One whole number; beyond 2^53 to the nearest that there is. */
  public static Measurement of(Metric metric, long value) {
    return of(metric, (double) value);
  }

  /** Another number, measured with these. */
  public Measurement and(Metric metric, double value) {
    Map<Metric, Double> more = new EnumMap<>(values);
    more.put(metric, value);
    return new Measurement(more, dimensions);
  }

  /** Another whole number, measured with these. */
  public Measurement and(Metric metric, long value) {
    return and(metric, (double) value);
  }

  /** The same, unless it is 0. */
  public Measurement andIfAny(Metric metric, double value) {
    return value == 0 ? this : and(metric, value);
  }

  /** The same, unless it is 0. */
  public Measurement andIfAny(Metric metric, long value) {
    return andIfAny(metric, (double) value);
  }

  /** What the numbers can be broken down by; blank: they cannot. */
  public Measurement by(Dimension dimension, String value) {
    if (value.isBlank()) {
      return this;
    }
    Map<Dimension, String> more = new EnumMap<>(Dimension.class);
    more.putAll(dimensions);
    more.put(dimension, value);
    return new Measurement(values, more);
  }

  /** The line: {@code measured {"values":{"pair.duration":12},"user":"u-1"}}. */
  public String line() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode numbers = json.putObject("values");
    values.forEach((metric, value) -> put(numbers, metric.code(), value));
    dimensions.forEach((dimension, value) -> json.put(dimension.code(), value));
    return MARK + json;
  }

  private static void put(ObjectNode numbers, String name, double value) {
    if (value == Math.rint(value) && value < LARGEST_WHOLE) {
      numbers.put(name, (long) value);
    } else {
      numbers.put(name, value);
    }
  }
}
