package io.crmsync.sync.call;

import java.util.Optional;
import java.util.function.Function;

/** An id as somebody sent it: one that no record can have is as good as unknown. */
public final class ParsedId {
  private ParsedId() {}

  /** Takes the text and the id's type; empty: it breaks the pattern of ids. */
  public static <I> Optional<I> of(String sent, Function<String, I> form) {
    try {
      return Optional.of(form.apply(sent));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
