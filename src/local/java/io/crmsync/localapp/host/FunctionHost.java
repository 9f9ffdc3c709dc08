package io.crmsync.localapp.host;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Runs functions as the Azure Functions host would: HTTP on a loopback port, queues polled, timers
 * when told. Knows them by their annotations alone.
 */
public final class FunctionHost implements AutoCloseable {

  private final FunctionTable table;
  private final Invoker invoker;
  private final HttpFront http;
  private final Optional<QueueFront> queues;

  private FunctionHost(HostSetup setup) {
    table = FunctionTable.of(setup.functionClasses(), new SettingNames(setup.settings()));
    invoker = new Invoker(setup.instances().get(), table.names());
    http = HttpFront.start(setup, table, invoker);
    queues = setup.storage().map(storage -> QueueFront.start(storage, setup, table, invoker));
  }

  /**
   * Starts one.
   *
   * @throws InvalidFunction if a function is wrong or a setting it names is missing
   */
  static FunctionHost start(HostSetup setup) {
    return new FunctionHost(setup);
  }

  /**
   * Lets a timer fire now; returns when its function is done. One that throws is called again as
   * its retry policy says, after the pauses that it names.
   *
   * @throws IllegalArgumentException if no timer function has that name
   * @throws FunctionFailed if it threw each time
   */
  public void fire(String functionName) throws FunctionFailed {
    fire(functionName, pause -> LockSupport.parkNanos(pause.toNanos()));
  }

  /**
   * Lets a timer fire now; returns when its function is done. One that throws is called again as
   * its retry policy says.
   *
   * @param pausing takes each pause of the policy, in place of waiting
   * @throws IllegalArgumentException if no timer function has that name
   * @throws FunctionFailed if it threw each time
   */
  public void fire(String functionName, Consumer<Duration> pausing) throws FunctionFailed {
    TimerFunction timer =
        table.timers().stream()
            .filter(candidate -> candidate.bound().name().equals(functionName))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No timer " + functionName));
    int most = timer.retries().most();
    for (int retry = 0; !succeeds(timer, new HostRetry(retry, most)); retry++) {
      pausing.accept(timer.retries().pause());
    }
  }

  private boolean succeeds(TimerFunction timer, HostRetry retry) throws FunctionFailed {
    String payload = TimerPayload.at(Clock.systemUTC().instant());
    try {
      invoker.invoke(timer.bound(), payload, Map.of(), retry);
      return true;
    } catch (FunctionFailed e) {
      if (retry.count() >= retry.most()) {
        throw e;
      }
      return false;
    }
  }

  /** Where the HTTP functions are, without the prefix of host.json. */
  public URI address() {
    return http.address();
  }

  /** How often each function ran, by its name. */
  public Map<String, FunctionCounts> counts() {
    return invoker.counts();
  }

  /** Messages in each queue that a function reads, hidden and delayed ones too. */
  public Map<String, Long> queueLengths() {
    return queues.map(QueueFront::lengths).orElse(Map.of());
  }

  /**
   * Whether nothing is left to do: no function runs, no message waits, not even a delayed one, and
   * nothing began while we looked. Asks storage once per queue.
   */
  public boolean drained() {
    long before = started();
    boolean idle = idle() && queueLengths().values().stream().allMatch(length -> length == 0);
    return idle && idle() && started() == before;
  }

  /** Takes no more work, waits for what is being done, and ends. */
  @Override
  public void close() {
    queues.ifPresent(QueueFront::close);
    http.close();
  }

  private boolean idle() {
    return queues.map(QueueFront::inFlight).orElse(0) == 0
        && counts().values().stream().allMatch(count -> count.running() == 0);
  }

  private long started() {
    return counts().values().stream().mapToLong(FunctionCounts::started).sum();
  }
}
