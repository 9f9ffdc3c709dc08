package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.sync.port.MailboxStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The mailboxes in a sorted map; every read is fresh, but where a test says otherwise. Thread-safe.
 */
public final class InMemoryMailboxStore implements MailboxStore {
  private final NavigableMap<UserId, MailboxState> rows = new TreeMap<>();
  private final Map<UserId, MailboxState> remembered = new HashMap<>();
  private final Map<FolderId, Set<UserId>> owners = new HashMap<>();

  /** The table is lost: empty, as if it had just been made. */
  public synchronized void lose() {
    rows.clear();
    owners.clear();
  }

  @Override
  public synchronized MailboxState of(UserId user) {
    return remembered.getOrDefault(user, latest(user));
  }

  @Override
  public synchronized MailboxState latest(UserId user) {
    return rows.getOrDefault(user, MailboxState.unknown(user));
  }

  /** What is told of this mailbox is from now on what it is now, as in another instance. */
  public synchronized void remember(UserId user) {
    remembered.put(user, of(user));
  }

  @Override
  public synchronized MailboxState change(UserId user, UnaryOperator<MailboxState> change) {
    MailboxState before = latest(user);
    MailboxState changed = change.apply(before);
    if (!changed.equals(before)) {
      rows.put(user, changed);
    }
    return changed;
  }

  @Override
  public synchronized List<MailboxState> all() {
    return List.copyOf(rows.values());
  }

  @Override
  public synchronized Set<UserId> addOwner(FolderId defaultFolder, UserId user) {
    owners.computeIfAbsent(defaultFolder, id -> new TreeSet<>()).add(user);
    return owners(defaultFolder);
  }

  @Override
  public synchronized Set<UserId> owners(FolderId defaultFolder) {
    return Set.copyOf(owners.getOrDefault(defaultFolder, Set.of()));
  }
}
