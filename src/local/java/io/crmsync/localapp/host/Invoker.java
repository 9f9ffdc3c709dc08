package io.crmsync.localapp.host;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Calls functions and counts the calls. */
final class Invoker {

  private static final Logger LOG = Logger.getLogger("Host");
  private static final HostRetry ONLY_TRY = new HostRetry(0, 0);

  private final FunctionInstances instances;
  private final Map<String, Tally> tallies = new TreeMap<>();

  Invoker(FunctionInstances instances, Set<String> functionNames) {
    this.instances = instances;
    functionNames.forEach(name -> tallies.put(name, new Tally()));
  }

  /**
   * Calls {@code bound}; what it returned.
   *
   * @throws FunctionFailed if it, or making its instance or arguments, threw anything
   */
  Optional<Object> invoke(BoundFunction bound, Object payload, Map<String, String> metadata)
      throws FunctionFailed {
    return invoke(bound, payload, metadata, ONLY_TRY);
  }

  /**
   * Calls {@code bound} as one of several tries; what it returned.
   *
   * @throws FunctionFailed if it, or making its instance or arguments, threw anything
   */
  Optional<Object> invoke(
      BoundFunction bound, Object payload, Map<String, String> metadata, HostRetry retry)
      throws FunctionFailed {
    HostContext context = HostContext.next(bound.name(), retry);
    Tally tally = tally(bound.name());
    tally.started.increment();
    try {
      Object instance = instances.of(bound.function().method().getDeclaringClass());
      Optional<Object> result = bound.call(instance, new Invocation(payload, metadata, context));
      tally.succeeded.increment();
      return result;
    } catch (InvocationTargetException e) {
      throw failed(tally, context, Optional.ofNullable(e.getCause()).orElse(e));
    } catch (Throwable e) {
      throw failed(tally, context, e);
    }
  }

  /** Counts of every function, also of those never called. */
  Map<String, FunctionCounts> counts() {
    Map<String, FunctionCounts> counts = new TreeMap<>();
    tallies.forEach((name, tally) -> counts.put(name, tally.counts()));
    return counts;
  }

  private Tally tally(String name) {
    return Optional.ofNullable(tallies.get(name)).orElseThrow();
  }

  private static FunctionFailed failed(Tally tally, HostContext context, Throwable cause) {
    tally.failed.increment();
    LOG.log(
        Level.WARNING,
        cause,
        () ->
            "Executed " + context.functionName() + " (Failed, Id=" + context.invocationId() + ")");
    return new FunctionFailed(context.functionName(), cause);
  }

  private static final class Tally {
    private final LongAdder started = new LongAdder();
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder failed = new LongAdder();

    FunctionCounts counts() {
      long good = succeeded.sum();
      long bad = failed.sum();
      return new FunctionCounts(good, bad, Math.max(0, started.sum() - good - bad));
    }
  }
}
