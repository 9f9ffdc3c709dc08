package io.crmsync.sync.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmsync.domain.contact.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers for 30 seconds that a mailbox gave no answer, or that nothing is in its folder, which
 * may be gone. Nothing else keeps that, and a person who types a search would ask for it with every
 * letter.
 */
final class NegativeCache {
  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  private final Cache<UserId, Boolean> noAnswer;
  private final Cache<UserId, FolderListing> empty;

  NegativeCache(Clock clock) {
    this.noAnswer = cache(clock);
    this.empty = cache(clock);
  }

  private static <T> Cache<UserId, T> cache(Clock clock) {
    return Caffeine.newBuilder()
        .expireAfterWrite(REMEMBERED)
        .maximumSize(20_000)
        .ticker(MailboxFolders.tickerOf(clock))
        .build();
  }

  /** Whether the mailbox gave no answer a moment ago. */
  boolean gaveNoAnswer(UserId user) {
    return noAnswer.getIfPresent(user) != null;
  }

  /** Remembers it, should the mailbox have given no answer. */
  <T> MailboxReply<T> noting(UserId user, MailboxReply<T> told) {
    if (told.equals(MailboxReply.noAnswer())) {
      noAnswer.put(user, true);
    }
    return told;
  }

  /** What is in the folder, unless there was nothing a moment ago: then it is not asked. */
  Optional<FolderListing> unlessEmpty(UserId user, Supplier<Optional<FolderListing>> ask) {
    Optional<FolderListing> before = Optional.ofNullable(empty.getIfPresent(user));
    if (before.isPresent()) {
      return before;
    }
    Optional<FolderListing> listing = ask.get();
    listing.filter(seen -> seen.ids().isEmpty()).ifPresent(seen -> empty.put(user, seen));
    return listing;
  }
}
