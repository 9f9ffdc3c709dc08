package io.crmsync.sync.mailbox;

import io.crmsync.domain.base.EmailHash;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.plan.Matching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a mailbox holds, as far as matching goes: addresses by their hashes only. The folders beside
 * the configured one are read when the first pair asks for them; there no address counts (R8).
 */
public final class MailboxContents {
  /** Stands for the configured folder where there is none yet. */
  private static final FolderId NOT_MADE_YET = new FolderId("none");

  private final Optional<FolderId> configured;
  private final FolderListing listing;
  private final Supplier<List<FolderEntry>> readElsewhere;
  private final Map<String, List<FolderEntry>> byMark = new HashMap<>();
  private final Map<String, List<FolderEntry>> byEmail = new HashMap<>();
  private Optional<List<FolderEntry>> elsewhere = Optional.empty();

  /**
   * Takes what was read.
   *
   * @param listing of the configured folder; of nothing, where there is none
   * @param readElsewhere reads all other contact folders
   */
  MailboxContents(
      UserId user,
      Optional<FolderId> configured,
      FolderListing listing,
      List<FolderEntry> entries,
      Supplier<List<FolderEntry>> readElsewhere) {
    this.configured = configured;
    this.listing = listing;
    this.readElsewhere = readElsewhere;
    entries.stream().map(entry -> EmailHash.in(entry, user)).forEach(this::index);
  }

  private void index(FolderEntry entry) {
    entry.mark().ifPresent(mark -> add(byMark, mark, entry));
    entry.emails().forEach(hash -> add(byEmail, hash, entry));
  }

  private static void add(Map<String, List<FolderEntry>> index, String key, FolderEntry entry) {
    index.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(entry);
  }

  /** R14: the copy is in no contact folder, though it was in one. */
  public boolean misses(Link link) {
    return listing.misses(link)
        && elsewhere().stream().noneMatch(entry -> entry.id().equals(link.outlookId()));
  }

  /** Whether the configured folder has a contact with this mark. */
  public boolean marked(ContactId contact) {
    return !byMark.getOrDefault(contact.value(), List.of()).isEmpty();
  }

  /**
   * Which contact is the copy (R8).
   *
   * @param emailHash of the address that the CRM has; empty: none
   * @param everywhere whether a copy with the mark is looked for in the other folders as well
   */
  public Matching.Match match(ContactId contact, String emailHash, boolean everywhere) {
    List<FolderEntry> candidates = new ArrayList<>(byMark.getOrDefault(contact.value(), List.of()));
    candidates.addAll(byEmail.getOrDefault(emailHash, List.of()));
    if (everywhere) {
      candidates.addAll(Matching.marked(elsewhere(), contact));
    }
    return Matching.among(candidates, contact, emailHash, configured.orElse(NOT_MADE_YET));
  }

  private List<FolderEntry> elsewhere() {
    if (elsewhere.isEmpty()) {
      elsewhere = Optional.of(List.copyOf(readElsewhere.get()));
    }
    return elsewhere.get();
  }
}
