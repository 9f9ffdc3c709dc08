package io.crmsync.simulators.crm;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The faults to come, per operation, first armed first served. Safe for several threads. */
public final class Faults {
  private final Map<Operation, Deque<Fault>> armed = new EnumMap<>(Operation.class);

  /**
   * Spoils the next answers of an operation. A request that is refused for its credentials, asks
   * wrongly, or asks for a contact that is not there uses up none.
   *
   * @param times how many answers
   * @throws IllegalArgumentException if the operation cannot go wrong in this way, or times is not
   *     positive
   */
  public synchronized void next(Operation operation, int times, Fault fault) {
    if (!fault.suits(operation) || times < 1) {
      throw new IllegalArgumentException(
          "no such fault of " + operation.operationId() + ", or no times");
    }
    armed
        .computeIfAbsent(operation, any -> new ArrayDeque<>())
        .addAll(Collections.nCopies(times, fault));
  }

  /** Spoils the next answer of an operation. */
  public void next(Operation operation, Fault fault) {
    next(operation, 1, fault);
  }

  /** How many faults of an operation are still to come. */
  public synchronized int left(Operation operation) {
    return queue(operation).size();
  }

  /** Forgets all that are still to come. */
  public synchronized void clear() {
    armed.clear();
  }

  synchronized Optional<Fault> take(FeedAnswer answer) {
    Deque<Fault> queue = queue(answer.operation());
    Optional<Fault> fault = Optional.ofNullable(queue.peek()).filter(next -> next.fits(answer));
    fault.ifPresent(taken -> queue.remove());
    return fault;
  }

  private Deque<Fault> queue(Operation operation) {
    return armed.getOrDefault(operation, new ArrayDeque<>());
  }
}
