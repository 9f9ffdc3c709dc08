package io.crmsync.sync.fakes;

import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The mailboxes in a sorted map; every read is fresh. Thread-safe. */
public final class InMemoryMailboxStore implements MailboxStore {
  private final NavigableMap<UserId, MailboxState> rows = new TreeMap<>();

  /** The table is lost: empty, as if it had just been made. */
  public synchronized void lose() {
    rows.clear();
  }

  @Override
  public synchronized MailboxState of(UserId user) {
    return rows.getOrDefault(user, MailboxState.unknown(user));
  }

  @Override
  public synchronized MailboxState change(UserId user, UnaryOperator<MailboxState> change) {
    MailboxState changed = change.apply(of(user));
    rows.put(user, changed);
    return changed;
  }

  @Override
  public synchronized List<MailboxState> all() {
    return List.copyOf(rows.values());
  }
}
