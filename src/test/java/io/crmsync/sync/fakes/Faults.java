package io.crmsync.sync.fakes;

import io.crmsync.sync.port.MailboxClosed;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The failures that wait for a mailbox's next requests. Thread-safe. */
final class Faults {
  private final Map<MailboxCall, Queue<RuntimeException>> before = new EnumMap<>(MailboxCall.class);
  private final Map<MailboxCall, Queue<RuntimeException>> after = new EnumMap<>(MailboxCall.class);
  private Optional<MailboxClosed.Cause> closed = Optional.empty();

  synchronized void addBefore(MailboxCall call, RuntimeException fault) {
    before.computeIfAbsent(call, c -> new ArrayDeque<>()).add(fault);
  }

  synchronized void addAfter(MailboxCall call, RuntimeException fault) {
    after.computeIfAbsent(call, c -> new ArrayDeque<>()).add(fault);
  }

  synchronized void close(Optional<MailboxClosed.Cause> reason) {
    closed = reason;
  }

  synchronized void strikeBefore(MailboxCall call) {
    closed.ifPresent(
        reason -> {
          throw new MailboxClosed(reason, call + " refused by the fake");
        });
    strike(before, call);
  }

  synchronized void strikeAfter(MailboxCall call) {
    strike(after, call);
  }

  private static void strike(Map<MailboxCall, Queue<RuntimeException>> faults, MailboxCall call) {
    RuntimeException next = faults.getOrDefault(call, new ArrayDeque<>()).poll();
    if (next != null) {
      throw next;
    }
  }
}
