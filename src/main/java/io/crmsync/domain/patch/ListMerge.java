package io.crmsync.domain.patch;

import io.crmsync.domain.contact.Text;
import io.crmsync.domain.outlook.ListSlot;
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
   * The list with our value in it. The empty value takes our entry away (R11); where we have none,
   * it changes nothing.
   *
   * @param ours the place of our entry; empty: we have none, and the value is appended, in a full
   *     list in place of the last
   */
  List<String> merged(String desired, OptionalInt ours) {
    if (desired.isEmpty()) {
      return ours.isPresent() ? without(entries.get(ours.getAsInt())) : entries;
    }
    if (ours.isEmpty()) {
      return with(same(desired).orElse(end()), desired, entry -> false);
    }
    String before = entries.get(ours.getAsInt());
    return with(ours.getAsInt(), desired, entry -> slot.same(entry, before));
  }

  /** The list with a value of which nothing was there: one that is the same becomes ours. */
  List<String> added(String desired) {
    return merged(desired, OptionalInt.empty());
  }

  /** Whether an entry is the value already, spelling included. */
  boolean holds(String desired) {
    return first(entry -> Text.normal(entry).equals(desired)).isPresent();
  }

  private int end() {
    return entries.size() < slot.capacity() ? entries.size() : entries.size() - 1;
  }

  private OptionalInt same(String desired) {
    return first(entry -> slot.same(entry, desired));
  }

  private OptionalInt first(Predicate<String> wanted) {
    return IntStream.range(0, entries.size())
        .filter(index -> wanted.test(entries.get(index)))
        .findFirst();
  }

  /** The value at this place, never a second time, and no further entry that was ours. */
  private List<String> with(int place, String desired, Predicate<String> isOurs) {
    Predicate<String> dropped = isOurs.or(entry -> slot.same(entry, desired));
    List<String> merged = new ArrayList<>();
    for (int index = 0; index < Math.max(entries.size(), place + 1); index++) {
      if (index == place) {
        merged.add(desired);
      } else if (!dropped.test(entries.get(index))) {
        merged.add(entries.get(index));
      }
    }
    return List.copyOf(merged);
  }

  private List<String> without(String ours) {
    return entries.stream().filter(entry -> !slot.same(entry, ours)).toList();
  }

  /** Without the entries: they are personal (R20). */
  @Override
  public String toString() {
    return "ListMerge[" + slot + "]";
  }
}
