package io.crmsync.sync.run;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.snapshot.OpenRemoval;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.Due;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.MailboxState;
import io.crmsync.sync.port.MailboxStore;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what waits for somebody: removals that are held, mailboxes that are parked. */
public final class TakeStock {
  private final DueStore due;
  private final MailboxStore mailboxes;
  private final DirectoryStore directories;

  public TakeStock(DueStore due, MailboxStore mailboxes, DirectoryStore directories) {
    this.due = due;
    this.mailboxes = mailboxes;
    this.directories = directories;
  }

  /**
   * What there is now.
   *
   * @param activeUsers that the CRM named when it was last asked; 0: it never was
   * @param parked how many mailboxes, by the code of the reason
   */
  public record Stock(long removalsHeld, long activeUsers, Map<String, Long> parked) {
    public Stock {
      parked = Map.copyOf(parked);
    }

    public long allParked() {
      return parked.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Reads the tables Due and Mailboxes whole. */
  public Stock now() {
    long[] held = {0};
    due.forEach(row -> held[0] += held(row) ? 1 : 0);
    long active = directories.current().map(Directory::activeUsers).orElse(0L);
    return new Stock(held[0], active, parked());
  }

  private Map<String, Long> parked() {
    return mailboxes.all().stream()
        .flatMap(state -> state.parked().stream())
        .map(MailboxState.Parked::reason)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  private static boolean held(Due row) {
    return row.removal().filter(each -> each.state() == OpenRemoval.State.HELD).isPresent();
  }
}
