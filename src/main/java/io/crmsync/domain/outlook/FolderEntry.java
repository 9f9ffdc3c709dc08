package io.crmsync.domain.outlook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * As much of a contact as matching needs (R8).
 *
 * @param mark the CRM id in our extended property, exactly as stored; empty: not ours
 * @param emails all its addresses, as Outlook holds them
 */
public record FolderEntry(
    OutlookId id, FolderId folder, Optional<String> mark, Instant created, List<String> emails) {
  public FolderEntry {
    emails = List.copyOf(emails);
  }

  /** Ids only: addresses are personal (R20). */
  @Override
  public String toString() {
    return "FolderEntry[" + id + "]";
  }
}
