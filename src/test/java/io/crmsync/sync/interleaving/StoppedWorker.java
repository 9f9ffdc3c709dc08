package io.crmsync.sync.interleaving;

import io.crmsync.sync.UseCases;
import io.crmsync.sync.pair.ReconcilePair;
import io.crmsync.sync.port.DirectoryStore;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxStore;
import io.crmsync.sync.port.Mailboxes;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.Ports;
import io.crmsync.sync.port.RequestStore;
import io.crmsync.sync.port.RunStore;
import io.crmsync.sync.port.SyncListStore;
import io.crmsync.sync.world.Crashes;
import io.crmsync.sync.world.PortCalls;
import io.crmsync.sync.world.World;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An instance of the app that looks at one pair, and stops before each call to a port until it is
 * told to go on. It remembers nothing but what it was answered, so that its answers say where it
 * is.
 */
final class StoppedWorker {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "stopped worker");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Where no worker and no deed of a story writes anything by which another one decides, little is
   * gained by a stop. That two find out at once whose a mailbox is, {@code MailboxIdentityTest}
   * tells. With all interleavings they stop there too.
   */
  private static final Set<Class<?>> NO_STOPS =
      Interleavings.ALL
          ? Set.of()
          : Set.of(
              RunStore.class,
              SyncListStore.class,
              DirectoryStore.class,
              MailboxStore.class,
              RequestStore.class);

  /** What becomes of the call before which a worker stands. */
  enum Order {
    CARRY_OUT,
    DIE_BEFORE,
    DIE_AFTER
  }

  private final String name;
  private final World world;
  private final PairMessage message;
  private final Lane lane;
  private final Semaphore go = new Semaphore(0);
  private final Semaphore stopped = new Semaphore(0);
  private final List<String> answers = new ArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();
  private Order order = Order.CARRY_OUT;
  private Optional<String> call = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();
  private boolean killed;
  private boolean stops;

  /**
   * Begins, and stops before its first call.
   *
   * @param warmUp pairs that it looks at first without stopping, so that it remembers the folder
   * @param ahead how far its clock is ahead of the world's; negative: behind
   */
  StoppedWorker(
      String name,
      World world,
      List<PairMessage> warmUp,
      PairMessage message,
      Lane lane,
      Duration ahead) {
    this.name = name;
    this.world = world;
    this.message = message;
    this.lane = lane;
    Ports ports = PortCalls.ports(world, this::watched);
    ReconcilePair app =
        UseCases.of(
                new Environment(
                    ports,
                    world.settings,
                    Clock.offset(world.clock, ahead),
                    () -> name + ids.incrementAndGet()))
            .pairs()
            .reconcilePair();
    warmUp.forEach(other -> app.reconcile(other, Lane.NIGHTLY));
    stops = true;
    THREADS.execute(() -> work(app));
    stopped.acquireUninterruptibly();
  }

  /** The call before which it stands, as {@code Port.method}; empty: it has ended. */
  Optional<String> call() {
    return call;
  }

  /** Does this with its call, and goes on to the next one, or to its end. */
  void go(Order next) {
    order = next;
    go.release();
    stopped.acquireUninterruptibly();
    failure.ifPresent(
        thrown -> {
          throw new AssertionError(name + " threw", thrown);
        });
  }

  /** Ends its thread, whatever it was about to do; nothing is carried out. */
  void abandon() {
    if (call.isPresent()) {
      order = Order.DIE_BEFORE;
      go.release();
      stopped.acquireUninterruptibly();
    }
  }

  /** Where it is: what it was answered so far, and what it asks next. */
  String place() {
    return call.map(next -> String.join("\n", answers) + "\n" + next).orElse("");
  }

  private void work(ReconcilePair app) {
    try {
      app.reconcile(message, lane);
    } catch (Crashes.Killed e) {
      killed = true;
    } catch (RuntimeException | Error e) {
      failure = Optional.of(e);
    } finally {
      call = Optional.empty();
      stopped.release();
    }
  }

  /** Whether it was killed with the message in hand, which then is delivered once more. */
  boolean killed() {
    return killed;
  }

  void deliverAgain() {
    world.queue.sendPair(message, lane, World.LEASE);
  }

  private Object watched(Class<?> port, Object real) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (proxy, method, arguments) ->
            method.isDefault()
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : called(port, method, real, arguments));
  }

  private Object called(Class<?> port, Method method, Object real, Object[] arguments)
      throws Throwable {
    if (port == Mailboxes.class) {
      return watched(Mailbox.class, carriedOut(method, real, arguments)); // sends no request
    }
    if (!stops || NO_STOPS.contains(port)) {
      return carriedOut(method, real, arguments);
    }
    call = Optional.of(port.getSimpleName() + "." + method.getName());
    stopped.release();
    go.acquireUninterruptibly();
    String where = call.orElseThrow();
    if (order == Order.DIE_BEFORE) {
      throw new Crashes.Killed("before " + where);
    }
    try {
      Object answer = carriedOut(method, real, arguments);
      answers.add(where + "=" + DeepText.of(answer));
      return unlessDying(where, answer);
    } catch (RuntimeException refused) {
      answers.add(where + "!" + refused);
      throw unlessDying(where, refused);
    }
  }

  private <T> T unlessDying(String where, T answer) {
    if (order == Order.DIE_AFTER) {
      throw new Crashes.Killed("after " + where);
    }
    return answer;
  }

  private static Object carriedOut(Method method, Object real, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
