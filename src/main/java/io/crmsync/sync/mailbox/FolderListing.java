package io.crmsync.sync.mailbox;

import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The ids of all that a folder holds.
 *
 * @param at when it was asked for, by our clock
 */
record FolderListing(Set<OutlookId> ids, Instant at) {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  FolderListing {
    ids = Set.copyOf(ids);
  }

  /** Whether the copy was there once and is not now; what another instance made since is there. */
  boolean misses(Link link) {
    return link.since().isBefore(at.minus(CLOCKS_DIFFER)) && !ids.contains(link.outlookId());
  }
}
