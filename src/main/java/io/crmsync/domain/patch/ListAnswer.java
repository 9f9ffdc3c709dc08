package io.crmsync.domain.patch;

import io.crmsync.domain.base.FieldHash;
import java.util.Set;

/**
 * A list as Outlook answered with it, as hashes of its entries.
 *
 * @param ours the entry that Outlook made of ours when we last wrote it; {@link FieldHash#EMPTY}:
 *     none, because the CRM had no value or Outlook did not keep it
 * @param others the other entries, as of the latest answer to any write of ours; without the one
 *     that the user had made of ours by then
 */
public record ListAnswer(FieldHash ours, Set<FieldHash> others) {
  public ListAnswer {
    others = Set.copyOf(others);
  }
}
