package io.crmsync.functions.http;

import com.microsoft.azure.functions.HttpRequestMessage;
import io.crmsync.functions.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The parameters behind the question mark, as {@link JsonBody} is for a body. What breaks a rule is
 * noted, and told all at once by {@link #refusal}.
 */
final class Query {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private final Map<String, String> parameters;
  private final List<FieldError> errors = new ArrayList<>();

  private Query(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  static Query of(HttpRequestMessage<?> request) {
    return new Query(request.getQueryParameters());
  }

  /** A parameter; one without a value counts as left out. */
  Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /** A parameter of at most so many characters; empty where it is not there. */
  String text(String name, int longest) {
    String value = parameters.getOrDefault(name, "");
    if (value.codePointCount(0, value.length()) > longest) {
      return broken(name, "is at most " + longest + " characters long", "");
    }
    return value;
  }

  /**
   * A parameter that is one of some words.
   *
   * @return empty: it is not there, or breaks the rule
   */
  <T> Optional<T> word(String name, Map<String, T> words) {
    Optional<String> word = Optional.ofNullable(parameters.get(name));
    Optional<T> meaning = word.map(words::get);
    return word.isPresent() && meaning.isEmpty()
        ? broken(
            name, "must be one of " + String.join(", ", new TreeSet<>(words.keySet())), meaning)
        : meaning;
  }

  /**
   * A parameter that is an id.
   *
   * @param parse throws {@link IllegalArgumentException} where it is none
   */
  <T> Optional<T> id(String name, Function<String, T> parse) {
    try {
      return Optional.ofNullable(parameters.get(name)).map(parse);
    } catch (IllegalArgumentException e) {
      return broken(name, "is not an id", Optional.empty());
    }
  }

  /** A parameter that is a number from 1 on; {@code usual} where it is not there. */
  int number(String name, int most, int usual) {
    String text = parameters.getOrDefault(name, Integer.toString(usual));
    int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    return number >= 1 && number <= most ? number : broken(name, "is 1 to " + most, usual);
  }

  /** To be asked when all parameters were. */
  Optional<Answer> refusal() {
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(Answer.of(new Problem(400, "A query parameter breaks its rule.", errors)));
  }

  private <T> T broken(String name, String rule, T instead) {
    errors.add(new FieldError(name, rule));
    return instead;
  }
}
