package io.crmsync.domain.patch;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.contact.Field;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What is known to have been written to a copy, and what became of it: enough to tell our entry in
 * a list from the user's (R10).
 *
 * @param base the CRM's values when it was last written
 * @param answers what Outlook answered then
 * @param lost what requests may have written since of which nobody heard
 */
public record WrittenValues(Base base, ListAnswers answers, UnknownWrites lost) {

  /** All that is known is what requests may have written of which nobody heard. */
  static WrittenValues onlyLost(UnknownWrites lost) {
    return new WrittenValues(Base.NONE, ListAnswers.UNKNOWN, lost);
  }

  /**
   * Our entry: what Outlook made of it when we last wrote it, else what was sent since, else what
   * was not there then and so is the user's edit of ours.
   *
   * @param desired prefers among several that may be an edit of ours the one that is it already
   * @return empty: we have none there, or it was taken away
   */
  OptionalInt ours(HashedList list, String desired) {
    Field field = list.slot().field();
    List<FieldHash> sent = lost.of(field);
    OptionalInt known = known(list, sent);
    if (known.isPresent() || !answers.knows(list.slot())) {
      return known;
    }
    ListAnswer answer = answers.of(list.slot());
    if (!base.of(field).isEmpty() && !answer.ours().isEmpty() && !sent.contains(FieldHash.EMPTY)) {
      return list.madeOfOurs(answer.others(), desired);
    }
    // What was sent and not heard of: an address that reads back as a name was given to nobody.
    boolean mayHaveBeenSent = sent.stream().anyMatch(hash -> !hash.isEmpty());
    return mayHaveBeenSent ? list.legacy(answer.others()) : OptionalInt.empty();
  }

  private OptionalInt known(HashedList list, List<FieldHash> sent) {
    return Stream.concat(Stream.of(writtenAsBase(list)), sent.stream().map(list::written))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private OptionalInt writtenAsBase(HashedList list) {
    FieldHash hash = base.of(list.slot().field());
    if (hash.isEmpty() || !answers.knows(list.slot())) {
      return list.written(hash);
    }
    return list.known(answers.of(list.slot()).ours());
  }
}
