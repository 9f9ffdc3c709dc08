package io.crmsync.functions.http;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.functions.http.Problem.FieldError;
import io.crmsync.sync.preview.PreviewContacts.Criteria;
import io.crmsync.sync.preview.PreviewState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The query parameters of a preview, checked: what breaks a rule is told all at once. */
final class PreviewQuery {
  private static final int LONGEST_PART = 100;
  private static final int MOST = 500;
  private static final int USUAL = 100;

  private final Map<String, String> sent;
  private final List<FieldError> errors = new ArrayList<>();
  private final Criteria query;

  PreviewQuery(Map<String, String> sent) {
    this.sent = sent;
    this.query = new Criteria(part(), state(), after(), limit());
  }

  /** The answer to parameters that break a rule; empty: they do not. */
  Optional<Answer> refusal() {
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(Answer.of(new Problem(400, "A query parameter breaks its rule.", errors)));
  }

  /** To be asked for only where there is no {@link #refusal}. */
  Criteria checked() {
    return query;
  }

  private String part() {
    String part = sent.getOrDefault("q", "");
    if (part.codePointCount(0, part.length()) > LONGEST_PART) {
      return broken("q", "is at most " + LONGEST_PART + " characters long", "");
    }
    return part;
  }

  private Optional<PreviewState> state() {
    Optional<String> word = Optional.ofNullable(sent.get("state"));
    Optional<PreviewState> state = word.flatMap(PreviewState::of);
    return word.isPresent() && state.isEmpty() ? broken("state", "is not a state", state) : state;
  }

  private Optional<ContactId> after() {
    try {
      return Optional.ofNullable(sent.get("after")).map(ContactId::new);
    } catch (IllegalArgumentException e) {
      return broken("after", "is not an id", Optional.empty());
    }
  }

  private int limit() {
    String text = sent.getOrDefault("limit", Integer.toString(USUAL));
    int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    return limit >= 1 && limit <= MOST ? limit : broken("limit", "is 1 to " + MOST, USUAL);
  }

  private <T> T broken(String name, String rule, T instead) {
    errors.add(new FieldError(name, rule));
    return instead;
  }
}
