package io.crmsync.sync.run;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.Due;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.DueStore;
import io.crmsync.sync.port.MailboxStore;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what waits for somebody: removals that are held, mailboxes that are parked. */
public final class CountWaiting {
  private final DueStore due;
  private final MailboxStore mailboxes;
  private final DirectoryStore directories;

  public CountWaiting(DueStore due, MailboxStore mailboxes, DirectoryStore directories) {
    this.due = due;
    this.mailboxes = mailboxes;
    this.directories = directories;
  }

  /**
   * What there is now.
   *
   * @param activeUsers that the CRM named when it was last asked; 0: it never was
   * @param parked how many mailboxes, by the reason
   */
  public record Counts(long removalsHeld, long activeUsers, Map<Reason, Long> parked) {
    public Counts {
      EnumMap<Reason, Long> copy = new EnumMap<>(Reason.class);
      copy.putAll(parked);
      parked = Collections.unmodifiableMap(copy);
    }

    public long allParked() {
      return parked.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Reads the tables Due and Mailboxes whole. */
  public Counts now() {
    long[] held = {0};
    due.forEach(row -> held[0] += held(row) ? 1 : 0);
    long active = directories.current().map(Directory::activeUsers).orElse(0L);
    return new Counts(held[0], active, parked());
  }

  private Map<Reason, Long> parked() {
    return mailboxes.all().stream()
        .flatMap(state -> state.parked().stream())
        .map(parked -> parked.why().reason())
        .collect(
            Collectors.groupingBy(
                Function.identity(), () -> new EnumMap<>(Reason.class), Collectors.counting()));
  }

  private static boolean held(Due row) {
    return row.removal().filter(each -> each.state() == OpenRemoval.State.HELD).isPresent();
  }
}
