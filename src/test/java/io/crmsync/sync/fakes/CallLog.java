package io.crmsync.sync.fakes;

import java.util.EnumMap;
import java.util.Map;

/** Counts requests by kind. Thread-safe. */
final class CallLog {
  private final Map<MailboxCall, Integer> counts = new EnumMap<>(MailboxCall.class);

  synchronized void add(MailboxCall call) {
    counts.merge(call, 1, Integer::sum);
  }

  synchronized int of(MailboxCall call) {
    return counts.getOrDefault(call, 0);
  }

  synchronized int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized void forget() {
    counts.clear();
  }
}
