package io.crmsync.sync.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.SyncSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The contact folders of mailboxes (R9): the configured one, found by its stored id, else by name,
 * else made; and which folders count as "there" (R14).
 *
 * <p>A folder that the user deleted lies in Deleted Items and may still answer by its id, and so
 * may all in it. That a folder is there is therefore known only from the list of contact folders:
 * asked for once per mailbox, and believed for 10 minutes.
 */
public final class MailboxFolders {
  static final Duration BELIEVED = Duration.ofMinutes(10);

  private final MailboxStore mailboxes;
  private final FolderIndexes indexes;
  private final SyncSettings settings;
  private final Cache<UserId, Set<FolderId>> there;
  private final UserLocks locks = new UserLocks();

  public MailboxFolders(
      MailboxStore mailboxes, FolderIndexes indexes, SyncSettings settings, Clock clock) {
    this.mailboxes = mailboxes;
    this.indexes = indexes;
    this.settings = settings;
    this.there =
        Caffeine.newBuilder()
            .expireAfterWrite(BELIEVED)
            .maximumSize(20_000)
            .ticker(tickerOf(clock))
            .build();
  }

  static Ticker tickerOf(Clock clock) {
    return () -> clock.millis() * 1_000_000;
  }

  /** The configured folder if it was ever found or made here, and is still there. */
  public Optional<FolderId> present(MailboxSession session) {
    return known(session.state()).filter(folder -> isThere(session, folder));
  }

  /** The configured folder, also where it was never used by us; it is neither made nor noted. */
  public Optional<FolderId> lookFor(MailboxSession session) {
    return present(session).or(() -> named(session));
  }

  /** The configured folder, which is found or made. */
  public FolderId configured(MailboxSession session) {
    return present(session).orElseGet(() -> findOrMake(session));
  }

  /** The configured folder once more, where it was just found to be gone: its user deleted it. */
  public FolderId configuredAnew(MailboxSession session) {
    forget(session.user());
    return findOrMake(session);
  }

  /**
   * Asks anew whether a folder is there, whatever was believed.
   *
   * @throws FolderGone it is not
   */
  public void requireStillThere(MailboxSession session, FolderId folder) {
    doubt(session.user());
    if (!isThere(session, folder)) {
      throw new FolderGone("no contact folder any more");
    }
  }

  /** R14: the folder is the mailbox's Contacts folder, or one below or beside it; never the bin. */
  public boolean isThere(MailboxSession session, FolderId folder) {
    return believed(session.user()).contains(folder)
        || beside(session).containsKey(folder)
        || all(session).contains(folder);
  }

  /**
   * A contact, if it is there (R14). The contact is the last thing that is asked for: what its user
   * does while folders are listed is not overlooked by whoever writes or removes it next; one that
   * moved to a folder made since is looked for in a newer list.
   */
  public Optional<OutlookContact> read(MailboxSession session, OutlookId id) {
    if (believed(session.user()).isEmpty()) {
      beside(session);
    }
    Optional<OutlookContact> seen = session.mailbox().read(id);
    while (seen.isPresent() && !isBelieved(session, seen.get())) {
      seen = isThere(session, seen.get().folder()) ? session.mailbox().read(id) : Optional.empty();
    }
    return seen;
  }

  private boolean isBelieved(MailboxSession session, OutlookContact contact) {
    return believed(session.user()).contains(contact.folder());
  }

  /** Every contact folder, asked for now, in the order of the answer. */
  public Set<FolderId> all(MailboxSession session) {
    Set<FolderId> folders =
        Collections.unmodifiableSet(new LinkedHashSet<>(session.mailbox().folders().keySet()));
    there.put(session.user(), folders);
    return folders;
  }

  /** Which folders are there is asked again by the next that wants to know. */
  public void doubt(UserId user) {
    there.invalidate(user);
  }

  /** Whether it is not asked, but believed, which folders are there; else the next one asks. */
  public boolean believesAny(UserId user) {
    return there.getIfPresent(user) != null;
  }

  private Set<FolderId> believed(UserId user) {
    return Optional.ofNullable(there.getIfPresent(user)).orElse(Set.of());
  }

  /** The folders beside the default one, where the configured one mostly is: a single request. */
  private Map<FolderId, String> beside(MailboxSession session) {
    Map<FolderId, String> folders = session.mailbox().foldersBeside();
    there.put(session.user(), Set.copyOf(folders.keySet()));
    return folders;
  }

  /**
   * All that is in the configured folder; nothing, where the user deleted it (R9).
   *
   * @param now when this is asked
   * @return empty: there never was such a folder, as far as we know
   */
  Optional<FolderListing> listing(MailboxSession session, Instant now) {
    return known(session.state()).map(folder -> listing(session, folder, now));
  }

  private FolderListing listing(MailboxSession session, FolderId folder, Instant now) {
    try {
      return isThere(session, folder)
          ? indexes.listing(session, folder)
          : new FolderListing(Set.of(), now);
    } catch (FolderGone gone) {
      return new FolderListing(Set.of(), now);
    }
  }

  /** Nothing is believed of this user's mailbox any more. */
  public void forget(UserId user) {
    there.invalidate(user);
    indexes.forget(user);
  }

  private Optional<FolderId> known(MailboxState state) {
    return state.folderName().equals(settings.folder()) ? state.folder() : Optional.empty();
  }

  /** One at a time per user; whoever comes second finds what the first one stored. */
  private FolderId findOrMake(MailboxSession session) {
    return locks.alone(
        session.user(),
        () ->
            known(mailboxes.of(session.user()))
                .filter(folder -> isThere(session, folder))
                .orElseGet(() -> stored(session, ask(session))));
  }

  private FolderId stored(MailboxSession session, FolderId folder) {
    mailboxes.change(session.user(), state -> state.withFolder(settings.folder(), folder));
    return folder;
  }

  private FolderId ask(MailboxSession session) {
    return named(session).orElseGet(() -> make(session));
  }

  private Optional<FolderId> named(MailboxSession session) {
    if (settings.inOwnContacts()) {
      FolderId own = session.mailbox().defaultFolder();
      there.put(session.user(), Set.of(own));
      return Optional.of(own);
    }
    return Mailbox.named(settings.folder(), beside(session))
        .or(() -> session.mailbox().findFolderNotBeside(settings.folder()));
  }

  private FolderId make(MailboxSession session) {
    FolderId made = session.mailbox().createFolder(settings.folder());
    there.put(session.user(), Set.of(made));
    indexes.startEmpty(session.user(), made);
    return made;
  }
}
