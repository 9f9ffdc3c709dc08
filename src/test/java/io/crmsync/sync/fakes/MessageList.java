package io.crmsync.sync.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One queue: messages, each with the time when it gets visible. Thread-safe. */
public final class MessageList<T> {
  private static final Duration LONGEST_DELAY = Duration.ofDays(7);

  /** A message as it lies in the queue. */
  public record Sent<T>(T message, Instant visibleAt) {}

  private final Supplier<Instant> clock;
  private final List<Sent<T>> waiting = new ArrayList<>();

  MessageList(Supplier<Instant> clock) {
    this.clock = clock;
  }

  synchronized void add(T message, Duration delay) {
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("delay must be 0 to 7 days: " + delay);
    }
    waiting.add(new Sent<>(message, clock.get().plus(delay)));
  }

  /** Everything on the queue, visible or not; nothing is taken. */
  public synchronized List<Sent<T>> all() {
    return List.copyOf(waiting);
  }

  /** All messages, visible or not; nothing is taken. */
  public synchronized List<T> messages() {
    return waiting.stream().map(Sent::message).toList();
  }

  public synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** When the first one gets visible; {@link Instant#MAX}: there is none. */
  public synchronized Instant firstVisibleAt() {
    return waiting.stream().map(Sent::visibleAt).min(Instant::compareTo).orElse(Instant.MAX);
  }

  /** Since when the first visible one is visible; empty: none is. */
  synchronized Optional<Instant> oldestVisible() {
    return waiting.stream().filter(this::visible).map(Sent::visibleAt).min(Instant::compareTo);
  }

  /** Takes the first visible message off the queue. */
  public synchronized Optional<T> takeNext() {
    Optional<Sent<T>> next = waiting.stream().filter(this::visible).findFirst();
    next.ifPresent(waiting::remove);
    return next.map(Sent::message);
  }

  /** Takes every visible message off the queue. */
  public synchronized List<T> takeVisible() {
    return take(this::visible);
  }

  /** Takes every message off the queue, visible or not. */
  public synchronized List<T> takeAll() {
    return take(sent -> true);
  }

  /** Brings the messages into another order. */
  public synchronized void shuffle(Random random) {
    Collections.shuffle(waiting, random);
  }

  /** Turns the order round. */
  public synchronized void reverse() {
    Collections.reverse(waiting);
  }

  /** Puts a copy of each message behind the last one, visible when the original is. */
  public synchronized void duplicateAll() {
    waiting.addAll(List.copyOf(waiting));
  }

  private boolean visible(Sent<T> sent) {
    return !sent.visibleAt().isAfter(clock.get());
  }

  private List<T> take(Predicate<Sent<T>> which) {
    List<Sent<T>> taken = waiting.stream().filter(which).toList();
    waiting.removeIf(which);
    return taken.stream().map(Sent::message).toList();
  }
}
