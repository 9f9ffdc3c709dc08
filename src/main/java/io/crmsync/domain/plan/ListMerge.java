package io.crmsync.domain.plan;

import io.crmsync.domain.contact.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One list of a contact, with our entry among the user's (R10). Graph replaces lists whole, so each
 * answer is the whole list to send; the user's entries are in it as they came.
 *
 * @param entries what the mailbox holds now, not normalised
 */
record ListMerge(ListSlot slot, List<String> entries) {

  /**
   * It is known what we wrote: ours is the entry that has the hash. The empty value removes ours
   * (R11).
   *
   * @param written the hashes that our entry may have, the likeliest first; empty: we never had one
   * @param unanswered whether a request may have been carried out that nobody heard of: our entry
   *     may then be gone, and none is taken for ours that is not surely so (R19)
   */
  List<String> changed(
      String desired, List<FieldHash> written, FieldHasher hasher, boolean unanswered) {
    List<FieldHash> known = written.stream().filter(hash -> !hash.isEmpty()).toList();
    if (known.isEmpty()) {
      return added(desired);
    }
    return known.stream()
        .map(hash -> has(hash, hasher))
        .filter(isOurs -> first(isOurs).isPresent())
        .findFirst()
        .map(isOurs -> replaced(isOurs, desired))
        .orElseGet(() -> unanswered ? added(desired) : edited(desired));
  }

  /** Whether an entry has this hash. */
  boolean holds(FieldHash hash, FieldHasher hasher) {
    return first(has(hash, hasher)).isPresent();
  }

  private Predicate<String> has(FieldHash hash, FieldHasher hasher) {
    return entry -> hasher.hash(slot.field(), entry).equals(hash);
  }

  private List<String> replaced(Predicate<String> isOurs, String desired) {
    return desired.isEmpty() ? without(isOurs) : with(first(isOurs).orElseThrow(), desired, isOurs);
  }

  /** We never had an entry: appended, and only in a full list in place of the last. */
  List<String> added(String desired) {
    if (desired.isEmpty()) {
      return entries;
    }
    int end = entries.size() < slot.capacity() ? entries.size() : entries.size() - 1;
    return with(sameAs(desired).orElse(end), desired, entry -> false);
  }

  /**
   * We had an entry and it cannot be found: an entry that already is the value is taken for ours (a
   * repeated request must not cost the user another), else the first.
   */
  List<String> edited(String desired) {
    return desired.isEmpty()
        ? entries.subList(Math.min(1, entries.size()), entries.size())
        : with(sameAs(desired).orElse(0), desired, entry -> false);
  }

  /**
   * The entry that a change would replace, normalised; empty: none would be.
   *
   * @param desired tells it where the base does not
   */
  String ours(String desired, FieldHash base, FieldHasher hasher) {
    OptionalInt known = first(entry -> hasher.hash(slot.field(), entry).equals(base));
    OptionalInt place = known.isPresent() ? known : sameAs(desired);
    if (place.isPresent()) {
      return Text.normal(entries.get(place.getAsInt()));
    }
    return base.isEmpty() || entries.isEmpty() ? "" : Text.normal(entries.get(0));
  }

  /** Whether an entry is the value already, spelling included. */
  boolean holds(String desired) {
    return first(desired::equals).isPresent();
  }

  private OptionalInt sameAs(String desired) {
    return first(entry -> slot.same(entry, desired));
  }

  private OptionalInt first(Predicate<String> wanted) {
    return IntStream.range(0, entries.size())
        .filter(index -> wanted.test(Text.normal(entries.get(index))))
        .findFirst();
  }

  /** The value at this place, never a second time, and no further entry that was ours. */
  private List<String> with(int place, String desired, Predicate<String> isOurs) {
    Predicate<String> dropped = isOurs.or(entry -> slot.same(entry, desired));
    List<String> merged = new ArrayList<>();
    for (int index = 0; index < Math.max(entries.size(), place + 1); index++) {
      if (index == place) {
        merged.add(desired);
      } else if (!dropped.test(Text.normal(entries.get(index)))) {
        merged.add(entries.get(index));
      }
    }
    return List.copyOf(merged);
  }

  private List<String> without(Predicate<String> dropped) {
    return entries.stream().filter(entry -> !dropped.test(Text.normal(entry))).toList();
  }

  /** Without the entries: they are personal (R20). */
  @Override
  public String toString() {
    return "ListMerge[" + slot + "]";
  }
}
