package io.crmsync.simulators.graph;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The faults that are to strike, the oldest first; a request is struck by one at most. */
public final class FaultInjection {
  private final List<Fault> faults = new CopyOnWriteArrayList<>();

  FaultInjection() {}

  /** Injects a fault. */
  public Fault add(FaultRule rule) {
    Fault fault = new Fault(rule);
    faults.add(fault);
    return fault;
  }

  /** The faults injected since the last {@link #clear}. */
  public List<Fault> all() {
    return List.copyOf(faults);
  }

  /** Removes all faults and lets go whom they hold. */
  public void clear() {
    List<Fault> removed = List.copyOf(faults);
    faults.removeAll(removed);
    removed.forEach(Fault::release);
  }

  Reply around(Work work, RequestKind kind, Supplier<Reply> execution) {
    Optional<Fault> fault =
        faults.stream().filter(one -> one.strikes(work.call(), kind, work.mailbox())).findFirst();
    return fault.isPresent() ? struck(fault.get(), work, execution) : execution.get();
  }

  private static Reply struck(Fault fault, Work work, Supplier<Reply> execution) {
    FaultEffect effect = fault.rule().effect();
    return switch (effect.moment()) {
      case ANSWER_INSTEAD -> FaultReply.of(effect, work);
      case ANSWER_AFTER -> after(execution.get(), () -> FaultReply.of(effect, work));
      case DROP_BEFORE -> throw new ConnectionDropped();
      case DROP_AFTER -> after(execution.get(), FaultInjection::dropped);
      case DELAY_BEFORE -> before(() -> Pause.forTime(effect.delay()), execution);
      case DELAY_AFTER -> answeredAfter(execution, () -> Pause.forTime(effect.delay()));
      case HOLD_BEFORE -> before(fault::awaitRelease, execution);
      case HOLD_AFTER -> answeredAfter(execution, fault::awaitRelease);
    };
  }

  /** Withholds the real answer of what has been carried out. */
  @SuppressWarnings("UnusedVariable")
  private static Reply after(Reply withheld, Supplier<Reply> instead) {
    return instead.get();
  }

  private static Reply before(Runnable wait, Supplier<Reply> execution) {
    wait.run();
    return execution.get();
  }

  private static Reply answeredAfter(Supplier<Reply> execution, Runnable wait) {
    Reply reply = execution.get();
    wait.run();
    return reply;
  }

  private static Reply dropped() {
    throw new ConnectionDropped();
  }
}
