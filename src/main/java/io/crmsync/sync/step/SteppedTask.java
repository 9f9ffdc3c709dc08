package io.crmsync.sync.step;

import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.StepMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A sort of task that goes on by messages: where it is stored, and what its steps do. When they are
 * done, repeated and followed by the next is {@link StepEngine}'s.
 *
 * @param <T> the task as it is stored
 */
public interface SteppedTask<T> {
  /** As it is stored; empty: there is no such task. */
  Optional<Versioned<T>> find(String id);

  /** Whether it has ended: nothing more is done. */
  boolean ended(T task);

  /** The number of its next step, from 0. */
  int sequence(T task);

  /**
   * Does its next step.
   *
   * @param attempt how often this step was tried before and failed for want of an answer
   * @param journal told what an admin may want to know: ids and reasons
   * @throws CrmUnavailable the CRM gave no answer: the step is to be tried again
   * @throws CrmBroken the CRM's answer cannot be believed: the task is given up
   * @throws StaleWrite others changed the same again and again
   */
  Next<T> step(Versioned<T> task, int attempt, Consumer<String> journal);

  /** The task ended, without what it was for, for this reason. */
  T givenUp(T task, String why);

  /** The same task, of which is known that it waits for an answer. */
  T waiting(T task);

  /**
   * Stores it, and with an end what the end is to say elsewhere.
   *
   * @throws StaleWrite somebody changed it since it was read
   */
  void store(Versioned<T> task);

  /** Sends a message of this sort of task, to be seen after the delay. */
  void send(StepMessage message, Duration delay);

  /** Words for a log line about the end of a task: its outcome and reason. */
  String words(T ended);

  /**
   * What follows from a step.
   *
   * @param task as it is to be stored; with the sequence that it had, the step is to be done again
   * @param pause before the next try
   * @param attempt how often what comes next was tried before
   * @param obstacle why it is to be done again; empty where it was done
   */
  record Next<T>(T task, Duration pause, int attempt, String obstacle) {
    /** All that the step was to do is done. */
    public static <T> Next<T> to(T task) {
      return new Next<>(task, Duration.ZERO, 0, "");
    }

    /** Nothing is to be done before this time has passed; waiting is no failed attempt. */
    public static <T> Next<T> notBefore(Duration pause, T task) {
      return new Next<>(task, pause, 0, "");
    }
  }
}
