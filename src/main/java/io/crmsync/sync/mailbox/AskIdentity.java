package io.crmsync.sync.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.Mailbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks which mailbox answers at an address: one request, for the id of its default folder (R22).
 * Each run reads users and groups anew, and asks anew: what was answered is remembered by this
 * instance until other users and groups are stored.
 */
public final class AskIdentity {
  /** How old an answer may be. */
  public enum Age {
    /** Of this run. */
    THIS_RUN,
    /** Of this run, and no more than 10 minutes old: a person waits. */
    LATELY,
    /** No remembered answer: the mailbox is asked now. */
    NONE
  }

  private static final Duration A_PERSON_WAITS = Duration.ofMinutes(10);
  private static final Duration A_RUN_AT_MOST = Duration.ofHours(12);

  private record Told(FolderId id, Instant at) {}

  private final DirectoryStore directories;
  private final Clock clock;
  private final Cache<MailboxAddress, Told> told;
  private Optional<Directory> toldUnder = Optional.empty();

  AskIdentity(DirectoryStore directories, Clock clock) {
    this.directories = directories;
    this.clock = clock;
    this.told =
        Caffeine.newBuilder()
            .expireAfterWrite(A_RUN_AT_MOST)
            .maximumSize(50_000)
            .ticker(MailboxFolders.tickerOf(clock))
            .build();
  }

  /** What it is, as it was told so long ago; else asked. */
  public FolderId of(MailboxAddress address, Mailbox mailbox, Age age) {
    return remembered(address, age).orElseGet(() -> ask(address, mailbox));
  }

  /** What it was told to be, and is believed to be still; empty: it is to be asked. */
  Optional<FolderId> remembered(MailboxAddress address, Age age) {
    forgetOlderRuns();
    return Optional.ofNullable(told.getIfPresent(folded(address)))
        .filter(answer -> believed(answer, age))
        .map(Told::id);
  }

  private boolean believed(Told answer, Age age) {
    return switch (age) {
      case THIS_RUN -> true;
      case LATELY -> clock.instant().isBefore(answer.at().plus(A_PERSON_WAITS));
      case NONE -> false;
    };
  }

  private FolderId ask(MailboxAddress address, Mailbox mailbox) {
    Instant now = clock.instant();
    FolderId id = mailbox.defaultFolder();
    told.put(folded(address), new Told(id, now));
    return id;
  }

  /** A directory is stored as often as it is read, and each reading is an object of its own. */
  private synchronized void forgetOlderRuns() {
    Optional<Directory> now = directories.current();
    if (toldUnder.isEmpty() || now.isEmpty() || !sameReading(now.get(), toldUnder.get())) {
      told.invalidateAll();
      toldUnder = now;
    }
  }

  @SuppressWarnings("ReferenceEquality") // an equal one that was read later is another reading
  private static boolean sameReading(Directory one, Directory other) {
    return one == other;
  }

  private static MailboxAddress folded(MailboxAddress address) {
    return new MailboxAddress(address.folded());
  }
}
