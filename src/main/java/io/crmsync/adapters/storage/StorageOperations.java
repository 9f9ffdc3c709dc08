package io.crmsync.adapters.storage;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the requests that went to storage, retries included, by name: {@code tables.Pairs.get},
 * {@code queues.contact-sync.send}. A transaction counts as one; its rows are counted beside it, as
 * {@code tables.Contacts.transaction.rows}. Thread-safe.
 */
public final class StorageOperations {
  private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  private final LongAdder requests = new LongAdder();

  void count(String name) {
    requests.increment();
    count(name, 1);
  }

  /** How many requests there were at all. */
  public long total() {
    return requests.sum();
  }

  void count(String name, long times) {
    counts.computeIfAbsent(name, absent -> new LongAdder()).add(times);
  }

  /** What was counted so far, by name. */
  public SortedMap<String, Long> counted() {
    SortedMap<String, Long> copy = new TreeMap<>();
    counts.forEach((name, count) -> copy.put(name, count.sum()));
    return copy;
  }
}
