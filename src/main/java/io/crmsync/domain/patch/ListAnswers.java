package io.crmsync.domain.patch;

import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.WriteAnswer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What Outlook made of the lists that hold an entry of ours, as it last answered (R10).
 *
 * @param lists absent: of this list nothing is known, an earlier version wrote it
 */
public record ListAnswers(Map<ListSlot, ListAnswer> lists) {
  /** Of a copy of which an earlier version did not remember it, or that was not written yet. */
  public static final ListAnswers UNKNOWN = new ListAnswers(Map.of());

  public ListAnswers {
    Map<ListSlot, ListAnswer> copy = new EnumMap<>(ListSlot.class);
    copy.putAll(lists);
    lists = Collections.unmodifiableMap(copy);
  }

  boolean knows(ListSlot slot) {
    return lists.containsKey(slot);
  }

  ListAnswer of(ListSlot slot) {
    return Objects.requireNonNull(lists.get(slot));
  }

  /**
   * These, and then a write.
   *
   * @param sent what was sent; its lists with our entry in them
   * @param answer what Outlook answered; of a copy that needed nothing, what was read
   * @param desired the CRM's values, which it has from then on
   */
  public ListAnswers after(
      ContactPatch sent, WriteAnswer answer, FieldValues desired, FieldHasher hasher) {
    Map<ListSlot, ListAnswer> next = new EnumMap<>(ListSlot.class);
    for (ListSlot slot : ListSlot.values()) {
      HashedList list = new HashedList(slot, answer.entries(slot), hasher);
      String value = desired.get(slot.field());
      if (value.isEmpty()) {
        next.put(slot, list.answered(OptionalInt.empty()));
      } else if (sent.lists().containsKey(slot)) {
        HashedList whole = new HashedList(slot, sent.lists().get(slot), hasher);
        next.put(slot, list.answered(madeOf(whole, value, list)));
      } else if (knows(slot)) {
        next.put(slot, asideOf(of(slot), list));
      } else if (list.same(value).isPresent()) {
        next.put(slot, list.answered(list.same(value)));
      }
    }
    return new ListAnswers(next);
  }

  /**
   * Which entry of the answer the server made of ours: the value itself, else one that was there
   * already and stands there once more ({@link DeduplicatedEntries}), else the one that none of the
   * others accounts for, in our place if it is there. In doubt none, and then none of the user's is
   * ever taken for ours.
   */
  private static OptionalInt madeOf(HashedList sent, String value, HashedList answer) {
    OptionalInt kept = answer.same(value);
    if (kept.isPresent()) {
      return kept;
    }
    OptionalInt joined = answer.repeated(sent);
    if (joined.isPresent()) {
      return joined;
    }
    int place = sent.same(value).orElseThrow();
    Set<FieldHash> users = sent.answered(OptionalInt.of(place)).others();
    long vanished = users.stream().filter(hash -> answer.known(hash).isEmpty()).count();
    if (answer.countBut(users) <= vanished) {
      return OptionalInt.empty();
    }
    boolean inPlace =
        sent.entries().size() == answer.entries().size() && !users.contains(answer.hash(place));
    return inPlace ? OptionalInt.of(place) : answer.madeOfOurs(users, value);
  }

  /**
   * A list that was not sent: what the user made of ours meanwhile is still to be known as such.
   */
  private static ListAnswer asideOf(ListAnswer before, HashedList list) {
    OptionalInt ours = list.known(before.ours());
    if (ours.isPresent() || before.ours().isEmpty()) {
      return list.answered(ours);
    }
    OptionalInt edited = list.madeOfOurs(before.others(), "");
    return edited.isPresent()
        ? list.answered(before.ours(), edited)
        : list.answered(OptionalInt.empty());
  }
}
