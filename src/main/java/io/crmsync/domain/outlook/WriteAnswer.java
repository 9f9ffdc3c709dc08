package io.crmsync.domain.outlook;

import io.crmsync.domain.contact.Text;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What Outlook answered to a write of ours: the contact as it holds it from then on, as far as that
 * is not known. It may have rewritten what it was sent, or dropped it.
 *
 * @param folder in which the contact is, Deleted Items included
 * @param lists the entries of each list, in Outlook's order, not normalised; without blank ones
 */
public record WriteAnswer(OutlookId id, FolderId folder, Map<ListSlot, List<String>> lists) {
  public WriteAnswer {
    Map<ListSlot, List<String>> copy = new EnumMap<>(ListSlot.class);
    lists.forEach(
        (slot, entries) ->
            copy.put(slot, entries.stream().filter(entry -> !Text.blank(entry)).toList()));
    lists = Collections.unmodifiableMap(copy);
  }

  /** A contact that was read, and needed no write. */
  public static WriteAnswer of(OutlookContact read) {
    return new WriteAnswer(read.id(), read.folder(), read.lists());
  }

  public List<String> entries(ListSlot slot) {
    return lists.getOrDefault(slot, List.of());
  }

  /** Ids only: the rest is personal (R20). */
  @Override
  public String toString() {
    return "WriteAnswer[" + id + "]";
  }
}
