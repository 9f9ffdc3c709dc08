package io.crmsync.adapters.mapping;

import java.util.List;

/** How the names of flat records are compared; those of JSON always as they are. */
enum NameForm {
  EXACT("exact"),
  /**
   * Without case, blanks around them, and differences that Unicode's normal form does away with.
   */
  IGNORE_CASE("ignoreCase");

  private final String word;

  NameForm(String word) {
    this.word = word;
  }

  /** The word for it in a mapping file. */
  String word() {
    return word;
  }

  /** What two names have in common if, and only if, they are the same. */
  String key(String name) {
    return this == EXACT ? name : Values.key(name);
  }

  SourceName name(String written) {
    return new SourceName(written, key(written), List.of(written.split("\\.", -1)));
  }
}
