package io.crmsync.sync.step;

import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.StepMessage;
import io.crmsync.sync.step.SteppedTask.Next;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does the step of a task that a message names, stores how far it came, and sends the next. So a
 * killed instance costs one step, a step counts once, and a message that comes twice or late does
 * no harm.
 *
 * @param <T> the task as it is stored
 */
public final class StepEngine<T> {
  /** Of the CRM, between two tries of a step. */
  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofSeconds(15), Duration.ofMinutes(20));

  /** The CRM is throttling us, and does not say for how long. */
  private static final Duration WHILE_THROTTLED = Duration.ofMinutes(1);

  private static final Duration A_MOMENT = Duration.ofSeconds(15);

  private final SteppedTask<T> tasks;

  public StepEngine(SteppedTask<T> tasks) {
    this.tasks = tasks;
  }

  /**
   * How a message ended.
   *
   * @param before the task whose step was done; empty: the message did none, because it waits, was
   *     done before, or another instance was faster
   * @param after the task as it is now; empty: there is none
   * @param words for a log line: ids, counts and reasons
   */
  public record Done<T>(Optional<T> before, Optional<T> after, String words) {}

  /**
   * Does the step that the message names, if it is still to be done.
   *
   * @param journal told what an admin may want to know: ids and reasons
   */
  public Done<T> step(StepMessage message, Consumer<String> journal) {
    Optional<Versioned<T>> found = tasks.find(message.task());
    if (found.isEmpty()) {
      return new Done<>(Optional.empty(), Optional.empty(), "there is no such task");
    }
    T task = found.get().value();
    if (tasks.ended(task)) {
      return idle(task, "it has ended: " + tasks.words(task));
    }
    if (message.sequence() != tasks.sequence(task)) {
      tasks.send(new StepMessage(message.task(), tasks.sequence(task), 0), Duration.ZERO);
      return idle(task, "step " + message.sequence() + " was done before");
    }
    try {
      return stored(message, found.get(), next(message, found.get(), journal));
    } catch (StaleWrite e) {
      return overtaken(message, task);
    }
  }

  private Next<T> next(StepMessage message, Versioned<T> found, Consumer<String> journal) {
    T task = found.value();
    try {
      return tasks.step(found, message.attempt(), journal);
    } catch (CrmBroken e) {
      return Next.to(tasks.givenUp(task, e.what()));
    } catch (CrmUnavailable e) {
      boolean last = !e.throttled() && StepMessage.last(message.attempt());
      return last ? Next.to(tasks.givenUp(task, e.what())) : later(task, message.attempt(), e);
    }
  }

  /** The CRM does not answer: the same step again, later; being throttled counts as no try. */
  private Next<T> later(T task, int attempt, CrmUnavailable e) {
    int tried = e.throttled() ? attempt : attempt + 1;
    return new Next<>(tasks.waiting(task), pause(e, attempt), tried, e.what());
  }

  /**
   * How long the CRM is left alone: as long as it asks for, else longer from try to try.
   *
   * @param attempt how often it was tried before
   */
  public static Duration pause(CrmUnavailable why, int attempt) {
    return why.retryAfter().orElse(why.throttled() ? WHILE_THROTTLED : BACK_OFF.after(attempt));
  }

  private Done<T> stored(StepMessage message, Versioned<T> found, Next<T> next) {
    T task = next.task();
    if (!task.equals(found.value())) {
      tasks.store(found.with(task));
    }
    if (tasks.ended(task)) {
      return new Done<>(Optional.of(found.value()), Optional.of(task), tasks.words(task));
    }
    StepMessage following = new StepMessage(message.task(), tasks.sequence(task), next.attempt());
    tasks.send(following, next.pause());
    if (following.sequence() != message.sequence()) {
      String words = "step " + message.sequence() + " done";
      return new Done<>(Optional.of(found.value()), Optional.of(task), words);
    }
    String why = next.obstacle().isEmpty() ? "not yet, or a mailbox is busy" : next.obstacle();
    return idle(task, "later: " + why);
  }

  /**
   * Another instance did this step; or others changed what it was about again and again, and it is
   * done once more. Nobody may have sent the next step, and a message too many is harmless.
   */
  private Done<T> overtaken(StepMessage message, T planned) {
    T stored = tasks.find(message.task()).map(Versioned::value).orElse(planned);
    boolean done = tasks.sequence(stored) != message.sequence();
    if (!tasks.ended(stored)) {
      int attempt = done ? 0 : message.attempt();
      tasks.send(
          new StepMessage(message.task(), tasks.sequence(stored), attempt),
          done ? Duration.ZERO : A_MOMENT);
    }
    return idle(
        stored, done ? "another instance did this step" : "others changed the same: once more");
  }

  private Done<T> idle(T task, String words) {
    return new Done<>(Optional.empty(), Optional.of(task), words);
  }
}
