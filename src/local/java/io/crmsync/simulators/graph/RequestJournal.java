package io.crmsync.simulators.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts requests and remembers the latest of them. */
final class RequestJournal {
  private static final int REMEMBERED = 5_000;

  private final Map<RequestKind, Long> byKind = new EnumMap<>(RequestKind.class);
  private final Map<String, Map<RequestKind, Long>> byMailbox = new HashMap<>();
  private final Map<Integer, Long> byStatus = new HashMap<>();
  private final Deque<RecordedRequest> latest = new ArrayDeque<>();
  private long emptyUpdates;

  synchronized void record(RecordedRequest request, String mailboxName) {
    byKind.merge(request.kind(), 1L, Long::sum);
    byMailbox
        .computeIfAbsent(mailboxName, any -> new EnumMap<>(RequestKind.class))
        .merge(request.kind(), 1L, Long::sum);
    byStatus.merge(request.status(), 1L, Long::sum);
    if (request.kind() == RequestKind.UPDATE_CONTACT && request.body().strip().equals("{}")) {
      emptyUpdates++;
    }
    remember(request);
  }

  private void remember(RecordedRequest request) {
    if (latest.size() == REMEMBERED) {
      latest.removeFirst();
    }
    latest.addLast(request);
  }

  synchronized RequestCounts counts(int peakPerMailbox) {
    Map<String, Map<RequestKind, Long>> mailboxes = new HashMap<>();
    byMailbox.forEach((name, kinds) -> mailboxes.put(name, Map.copyOf(kinds)));
    return new RequestCounts(byKind, mailboxes, byStatus, emptyUpdates, peakPerMailbox);
  }

  synchronized List<RecordedRequest> latest() {
    return List.copyOf(latest);
  }

  synchronized void reset() {
    byKind.clear();
    byMailbox.clear();
    byStatus.clear();
    latest.clear();
    emptyUpdates = 0;
  }
}
