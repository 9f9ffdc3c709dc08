package io.crmsync.functions.http;

import com.microsoft.azure.functions.HttpRequestMessage;
import io.crmsync.functions.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The parameters behind the question mark. What breaks a rule is noted, and told by {@link
 * #refusal}.
 */
final class Query {
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

  /**
   * A parameter that is one of some words.
   *
   * @param leftOut what it means that it is not there
   */
  <T> T word(String name, T leftOut, Map<String, T> words) {
    Optional<String> word = text(name);
    Optional<T> meaning = word.map(words::get);
    if (word.isPresent() && meaning.isEmpty()) {
      errors.add(
          new FieldError(
              name, "must be one of " + String.join(", ", new TreeSet<>(words.keySet()))));
    }
    return meaning.orElse(leftOut);
  }

  /** To be asked when all parameters were. */
  Optional<Answer> refusal() {
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(Answer.of(new Problem(400, "A parameter breaks its rule.", errors)));
  }
}
