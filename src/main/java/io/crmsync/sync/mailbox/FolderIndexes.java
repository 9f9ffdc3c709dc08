package io.crmsync.sync.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds what is in a folder already, with few requests: by one look-up, or by one listing that
 * serves everyone for 10 minutes. Which is cheaper is not known beforehand (a first night or a
 * single new contact?), so it rents before it buys: look-ups, until they have cost as much as a
 * listing would. A listing is believed where it shows nothing, and never else (R8). Never used
 * after a lost claim.
 */
public final class FolderIndexes {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int ENTRIES_AT_MOST = 500_000;
  private static final int PER_REQUEST = 1_000;

  private final Cache<UserId, FolderIndex> indexes;
  private final Cache<UserId, AtomicInteger> lookUps;
  private final Cache<UserId, Integer> pages;
  private final UserLocks locks = new UserLocks();
  private final Clock clock;

  public FolderIndexes(Clock clock) {
    this.clock = clock;
    var ticker = MailboxFolders.tickerOf(clock);
    this.indexes =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumWeight(ENTRIES_AT_MOST)
            .weigher((UserId user, FolderIndex index) -> index.size() + 1)
            .ticker(ticker)
            .build();
    this.lookUps =
        Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(20_000).ticker(ticker).build();
    this.pages = Caffeine.newBuilder().maximumSize(20_000).build();
  }

  /**
   * What in the folder may be this contact (R8), asked for now; nothing, and no question, where
   * there was nothing at most 10 minutes ago.
   */
  public List<FolderEntry> candidates(
      MailboxSession session, FolderId folder, ContactId contact, String email) {
    return locks.alone(
        session.user(),
        () ->
            index(session, folder)
                .map(index -> index.candidates(contact, email))
                .filter(List::isEmpty)
                .orElseGet(() -> session.mailbox().find(folder, contact, email)));
  }

  /** All that is in the folder, as of at most 10 minutes ago; what we did ourselves is in it. */
  FolderListing listing(MailboxSession session, FolderId folder) {
    return whole(session, folder).listing();
  }

  private FolderIndex whole(MailboxSession session, FolderId folder) {
    return locks.alone(
        session.user(),
        () -> current(session.user(), folder).orElseGet(() -> list(session, folder)));
  }

  /** All that is in the folder, asked for now, with all that matching needs. */
  FolderIndex anew(MailboxSession session, FolderId folder) {
    return locks.alone(session.user(), () -> list(session, folder));
  }

  /** The folder was made just now. */
  void startEmpty(UserId user, FolderId folder) {
    indexes.put(user, new FolderIndex(folder, clock.instant(), List.of()));
  }

  /** We wrote this contact just now. */
  public void note(UserId user, FolderEntry entry) {
    current(user, entry.folder()).ifPresent(index -> index.put(entry));
  }

  /** This contact was found to be gone, or we removed it. */
  public void noteGone(UserId user, OutlookId id) {
    FolderIndex index = indexes.getIfPresent(user);
    if (index != null) {
      index.remove(id);
    }
  }

  void forget(UserId user) {
    indexes.invalidate(user);
  }

  private Optional<FolderIndex> index(MailboxSession session, FolderId folder) {
    Optional<FolderIndex> current = current(session.user(), folder);
    if (current.isPresent()) {
      return current;
    }
    AtomicInteger spent = lookUps.get(session.user(), user -> new AtomicInteger());
    int listingCosts = Optional.ofNullable(pages.getIfPresent(session.user())).orElse(1);
    if (spent.getAndIncrement() < listingCosts) {
      return Optional.empty();
    }
    return Optional.of(list(session, folder));
  }

  private FolderIndex list(MailboxSession session, FolderId folder) {
    Instant now = clock.instant();
    FolderIndex listed = new FolderIndex(folder, now, session.mailbox().list(folder));
    pages.put(session.user(), 1 + listed.size() / PER_REQUEST);
    indexes.put(session.user(), listed);
    return listed;
  }

  private Optional<FolderIndex> current(UserId user, FolderId folder) {
    return Optional.ofNullable(indexes.getIfPresent(user))
        .filter(index -> index.folder().equals(folder));
  }
}
