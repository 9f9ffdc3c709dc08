package io.crmsync.sync.fakes;

import io.crmsync.sync.port.JobQueue;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.StepMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The queues in memory; a test takes, reorders and duplicates what was sent. Thread-safe. */
public final class InMemoryJobQueue implements JobQueue {
  private final AtomicLong sent = new AtomicLong();
  private volatile LongPredicate lost = number -> false;
  private volatile LongPredicate lostPairs = number -> false;
  private final MessageList<PairMessage> nightly;
  private final MessageList<PairMessage> now;
  private final MessageList<StepMessage> runSteps;
  private final MessageList<StepMessage> changes;

  /** Takes the clock that says what is visible. */
  public InMemoryJobQueue(Supplier<Instant> clock) {
    nightly = new MessageList<>(clock);
    now = new MessageList<>(clock);
    runSteps = new MessageList<>(clock);
    changes = new MessageList<>(clock);
  }

  /** Of all that are sent from now on, those are lost whose number, from 1, this is true of. */
  public void lose(LongPredicate which) {
    sent.set(0);
    lostPairs = number -> false;
    lost = which;
  }

  /** Likewise of those about pairs alone. */
  public void losePairs(LongPredicate which) {
    lose(number -> false);
    AtomicLong pairs = new AtomicLong();
    lostPairs = number -> which.test(pairs.incrementAndGet());
  }

  /** How many messages were sent since {@link #lose}, lost ones too. */
  public long sent() {
    return sent.get();
  }

  /** What is on the queue of this lane. */
  public MessageList<PairMessage> pairs(Lane lane) {
    return switch (lane) {
      case NIGHTLY -> nightly;
      case NOW -> now;
    };
  }

  /** The steps of runs that are to be done. */
  public MessageList<StepMessage> runSteps() {
    return runSteps;
  }

  /** The steps of change notices that are to be done. */
  public MessageList<StepMessage> changes() {
    return changes;
  }

  /** When the first message of any queue gets visible; {@link Instant#MAX}: there is none. */
  public Instant firstVisibleAt() {
    return Stream.of(nightly, now, runSteps, changes)
        .map(MessageList::firstVisibleAt)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  @Override
  public void sendPairs(Collection<PairMessage> messages, Lane lane) {
    messages.forEach(message -> sendPair(message, lane, Duration.ZERO));
  }

  @Override
  public void sendPair(PairMessage message, Lane lane, Duration delay) {
    if (!lostPairs.test(0)) {
      send(pairs(lane), message, delay);
    }
  }

  @Override
  public void sendRunStep(StepMessage message, Duration delay) {
    send(runSteps, message, delay);
  }

  @Override
  public void sendChanges(StepMessage message, Duration delay) {
    send(changes, message, delay);
  }

  private <T> void send(MessageList<T> queue, T message, Duration delay) {
    if (!lost.test(sent.incrementAndGet())) {
      queue.add(message, delay);
    }
  }
}
