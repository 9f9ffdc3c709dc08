package io.crmsync.domain.patch;

import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.Text;
import io.crmsync.domain.outlook.ListSlot;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The entries of one list and the hashes by which they are known again: of e-mail addresses that
 * are the same, however they are spelled, one hash.
 *
 * @param entries as Outlook holds them
 */
record HashedList(ListSlot slot, List<String> entries, FieldHasher hasher) {
  /** What an address of the user's own organisation may read back as. */
  private static final String LEGACY_NAME = "/o=";

  /** The first entry that is this value; none of a blank one. */
  OptionalInt same(String value) {
    return Text.blank(value)
        ? OptionalInt.empty()
        : first(index -> slot.same(entries.get(index), value));
  }

  /** The first entry with this hash. */
  OptionalInt known(FieldHash hash) {
    return hash.isEmpty() ? OptionalInt.empty() : first(index -> hash(index).equals(hash));
  }

  /**
   * The first entry that was written as a value of this hash, by this version or an earlier one.
   */
  OptionalInt written(FieldHash hash) {
    return hash.isEmpty()
        ? OptionalInt.empty()
        : first(
            index ->
                hash(Text.normal(entries.get(index))).equals(hash)
                    || hash(entries.get(index)).equals(hash));
  }

  /**
   * What the user, or the server, made of ours: an entry that is not among those that were there.
   * One that is the value already is preferred, then a legacy name, then whichever comes first.
   */
  OptionalInt madeOfOurs(Set<FieldHash> others, String desired) {
    IntPredicate isNew = index -> isNew(index, others);
    OptionalInt already =
        first(index -> isNew.test(index) && slot.same(entries.get(index), desired));
    OptionalInt legacy = already.isPresent() ? already : legacy(others);
    return legacy.isPresent() ? legacy : first(isNew);
  }

  /** The first legacy name that is not among those that were there. */
  OptionalInt legacy(Set<FieldHash> others) {
    return first(index -> isNew(index, others) && isLegacyName(entries.get(index)));
  }

  /** The first entry that was sent, and stands here more often than it was. */
  OptionalInt repeated(HashedList sent) {
    return first(
        index -> {
          long before = sent.times(hash(index));
          return before > 0 && times(hash(index)) > before;
        });
  }

  private long times(FieldHash hash) {
    return indexes().filter(index -> hash(index).equals(hash)).count();
  }

  /** How many entries are not among these. */
  long countBut(Set<FieldHash> others) {
    return indexes().filter(index -> isNew(index, others)).count();
  }

  /** All of it, with this entry as ours. */
  ListAnswer answered(OptionalInt ours) {
    return answered(ours.isPresent() ? hash(ours.getAsInt()) : FieldHash.EMPTY, ours);
  }

  /** The same, where ours is known by another hash than that of the entry it has become. */
  ListAnswer answered(FieldHash known, OptionalInt ours) {
    Set<FieldHash> others =
        indexes()
            .filter(index -> ours.isEmpty() || index != ours.getAsInt())
            .mapToObj(this::hash)
            .collect(Collectors.toSet());
    return new ListAnswer(known, others);
  }

  FieldHash hash(int index) {
    return hash(slot.key(entries.get(index)));
  }

  private FieldHash hash(String text) {
    return hasher.hash(slot.field(), text);
  }

  private boolean isNew(int index, Set<FieldHash> others) {
    return !others.contains(hash(index));
  }

  private boolean isLegacyName(String entry) {
    return slot == ListSlot.EMAILS
        && Text.normal(entry).toLowerCase(Locale.ROOT).startsWith(LEGACY_NAME);
  }

  private OptionalInt first(IntPredicate wanted) {
    return indexes().filter(wanted).findFirst();
  }

  /** Of the entries that hold something. */
  private IntStream indexes() {
    return IntStream.range(0, entries.size()).filter(index -> !Text.blank(entries.get(index)));
  }

  /** Without the entries: they are personal (R20). */
  @Override
  public String toString() {
    return "HashedList[" + slot + "]";
  }
}
