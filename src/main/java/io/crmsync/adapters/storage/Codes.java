package io.crmsync.adapters.storage;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words for an enum's constants in rows and messages: not their names, which may be changed,
 * nor their order.
 */
final class Codes<E extends Enum<E>> {
  private final String what;
  private final Function<E, String> code;
  private final Map<String, E> byCode;

  Codes(Class<E> type, Function<E, String> code) {
    this.what = type.getSimpleName();
    this.code = code;
    this.byCode =
        Stream.of(type.getEnumConstants()).collect(Collectors.toUnmodifiableMap(code, e -> e));
  }

  String of(E constant) {
    return code.apply(constant);
  }

  Optional<E> find(String word) {
    return Optional.ofNullable(byCode.get(word));
  }

  /** The constant of a word that this app wrote. */
  E stored(String word) {
    return find(word)
        .orElseThrow(() -> new IllegalStateException("stored " + what + " is unknown: " + word));
  }
}
