package io.crmsync.domain.patch;

import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.WriteAnswer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the server turned our entry of a list into one that was in it already: a colleague's
 * address becomes the name under which the server knows her, and nobody could tell before that the
 * name was there. Of one value there is never a second entry (R10).
 */
public final class DeduplicatedEntries {
  private DeduplicatedEntries() {}

  /**
   * What is to be sent to be rid of them.
   *
   * @param answer what the server made of what was sent
   * @return empty: there are none; what was sent twice stays twice
   */
  public static Optional<ContactPatch> dropped(ContactPatch sent, WriteAnswer answer) {
    Map<ListSlot, List<String>> lists = new EnumMap<>(ListSlot.class);
    sent.lists()
        .forEach(
            (slot, before) -> {
              List<String> once = once(slot, before, answer.entries(slot));
              if (once.size() < answer.entries(slot).size()) {
                lists.put(slot, once);
              }
            });
    return lists.isEmpty() ? Optional.empty() : Optional.of(ContactPatch.ofLists(lists, sent));
  }

  private static List<String> once(ListSlot slot, List<String> sent, List<String> answered) {
    Map<String, Integer> before = times(slot, sent);
    Map<String, Integer> now = times(slot, answered);
    List<String> kept = new ArrayList<>();
    for (String entry : answered) {
      String key = slot.key(entry);
      boolean more = now.getOrDefault(key, 0) > before.getOrDefault(key, 0);
      if (!more || kept.stream().noneMatch(other -> slot.same(other, entry))) {
        kept.add(entry);
      }
    }
    return kept;
  }

  private static Map<String, Integer> times(ListSlot slot, List<String> entries) {
    Map<String, Integer> times = new HashMap<>();
    entries.forEach(entry -> times.merge(slot.key(entry), 1, Integer::sum));
    return times;
  }
}
