package io.crmsync.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.FolderId;
import io.crmsync.sync.port.FolderGone;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The contact folders of mailboxes (R9): the configured one, found by its stored id, else by name,
 * else made; and which folders count as "there" (R14).
 */
public final class MailboxFolders {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final MailboxStore mailboxes;
  private final FolderIndexes indexes;
  private final SyncSettings settings;
  private final Cache<UserId, Set<FolderId>> contactFolders;
  private final UserLocks locks = new UserLocks();

  public MailboxFolders(
      MailboxStore mailboxes, FolderIndexes indexes, SyncSettings settings, Clock clock) {
    this.mailboxes = mailboxes;
    this.indexes = indexes;
    this.settings = settings;
    this.contactFolders =
        Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .ticker(tickerOf(clock))
            .build();
  }

  static Ticker tickerOf(Clock clock) {
    return () -> clock.millis() * 1_000_000;
  }

  /** The configured folder; made where there is none. At most two requests, once per mailbox. */
  FolderId configured(MailboxSession session) {
    return known(session.state())
        .orElseGet(() -> locks.alone(session.user(), () -> findOrMake(session)));
  }

  /** The configured folder, if it was ever found or made here; no request is sent. */
  Optional<FolderId> configuredIfKnown(MailboxSession session) {
    return known(session.state());
  }

  /**
   * Does something in the configured folder; if the user has deleted it, makes it anew and does it
   * there.
   */
  <T> T inConfigured(MailboxSession session, Function<FolderId, T> work) {
    FolderId folder = configured(session);
    try {
      return work.apply(folder);
    } catch (FolderGone gone) {
      mailboxes.change(
          session.user(),
          state -> state.folder().equals(Optional.of(folder)) ? state.withoutFolder() : state);
      indexes.forget(session.user());
      return work.apply(locks.alone(session.user(), () -> findOrMake(session)));
    }
  }

  /** R14: the folder is the mailbox's Contacts folder, or one below or beside it; never the bin. */
  boolean isThere(MailboxSession session, FolderId folder) {
    if (known(session.state()).equals(Optional.of(folder))) {
      return true;
    }
    Set<FolderId> remembered = contactFolders.getIfPresent(session.user());
    return (remembered != null && remembered.contains(folder)) || all(session).contains(folder);
  }

  /** Every contact folder, asked for now. */
  Set<FolderId> all(MailboxSession session) {
    Set<FolderId> folders = Set.copyOf(session.mailbox().folders().keySet());
    contactFolders.put(session.user(), folders);
    return folders;
  }

  private Optional<FolderId> known(MailboxState state) {
    return state.folderName().equals(settings.folder()) ? state.folder() : Optional.empty();
  }

  private FolderId findOrMake(MailboxSession session) {
    return known(mailboxes.of(session.user()))
        .orElseGet(
            () -> {
              FolderId folder = ask(session);
              mailboxes.change(
                  session.user(), state -> state.withFolder(settings.folder(), folder));
              return folder;
            });
  }

  private FolderId ask(MailboxSession session) {
    Mailbox mailbox = session.mailbox();
    if (settings.inOwnContacts()) {
      return mailbox.defaultFolder();
    }
    return mailbox.findFolder(settings.folder()).orElseGet(() -> make(session));
  }

  private FolderId make(MailboxSession session) {
    FolderId made = session.mailbox().createFolder(settings.folder());
    indexes.startEmpty(session.user(), made);
    return made;
  }
}
