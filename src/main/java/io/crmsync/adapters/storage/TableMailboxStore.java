package io.crmsync.adapters.storage;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.version.Version;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.StaleWrite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The mailboxes in the table Mailboxes; what was read is kept in memory for 30 seconds. */
public final class TableMailboxStore implements MailboxStore {
  private static final Duration KEPT = Duration.ofSeconds(30);

  /** Ids begin with a letter or digit; what else is in the table begins with less. */
  private static final Filter USERS = Filter.compare(Filter.PARTITION, "ge", "0");

  private record Kept(MailboxState state, Instant readAt) {}

  private final StorageTable table;
  private final MailboxOwnerRows owners;
  private final Clock clock;
  private final ConcurrentMap<UserId, Kept> kept = new ConcurrentHashMap<>();

  /** Takes where the tables are, and the clock by which memory ages. */
  public TableMailboxStore(StorageClients clients, Clock clock) {
    this.table = clients.table(TableName.MAILBOXES);
    this.owners = new MailboxOwnerRows(table);
    this.clock = clock;
  }

  @Override
  public MailboxState of(UserId user) {
    Kept before = kept.get(user);
    if (before != null && clock.instant().isBefore(before.readAt().plus(KEPT))) {
      return before.state();
    }
    return read(user, before);
  }

  @Override
  public MailboxState latest(UserId user) {
    return read(user, kept.get(user));
  }

  private MailboxState read(UserId user, @Nullable Kept before) {
    Kept read = new Kept(stateOf(user, find(user)), clock.instant());
    keepUnlessChanged(user, before, read);
    return read.state();
  }

  @Override
  public MailboxState change(UserId user, UnaryOperator<MailboxState> change) {
    Optional<MailboxState> changed = Optional.empty();
    while (changed.isEmpty()) {
      changed = tryToChange(user, change);
    }
    kept.put(user, new Kept(changed.get(), clock.instant()));
    return changed.get();
  }

  @Override
  public List<MailboxState> all() {
    return table.where(USERS).all().stream().map(MailboxRow::read).toList();
  }

  @Override
  public Set<UserId> addOwner(FolderId defaultFolder, UserId user) {
    return owners.add(defaultFolder, user);
  }

  @Override
  public Set<UserId> owners(FolderId defaultFolder) {
    return owners.of(defaultFolder);
  }

  /** A change that was made here while we were reading is newer than what we read. */
  private void keepUnlessChanged(UserId user, @Nullable Kept before, Kept read) {
    kept.compute(user, (id, now) -> Objects.equals(now, before) ? read : now);
  }

  /** Empty: someone changed it meanwhile. */
  private Optional<MailboxState> tryToChange(UserId user, UnaryOperator<MailboxState> change) {
    Optional<StoredRow> row = find(user);
    MailboxState before = stateOf(user, row);
    MailboxState after = change.apply(before);
    if (!after.equals(before)) {
      try {
        table.write(
            MailboxRow.write(after, table), row.map(StoredRow::version).orElse(Version.ABSENT));
      } catch (StaleWrite e) {
        return Optional.empty();
      }
    }
    return Optional.of(after);
  }

  private Optional<StoredRow> find(UserId user) {
    return table.find(user.value(), user.value());
  }

  private static MailboxState stateOf(UserId user, Optional<StoredRow> row) {
    return row.map(MailboxRow::read).orElseGet(() -> MailboxState.unknown(user));
  }
}
