package io.crmsync.sync.world;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Kills the application at a chosen call to the outside: before it is carried out, half way through
 * it, or after, with the answer lost. Every port of the application under test is wrapped in one of
 * these. Calls are counted from 1.
 */
public final class Crashes {
  /** The process is gone. Not an Exception, so that no handler of the application sees it. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    /**
     * @param where before or after which call
     */
    public Killed(String where) {
      super(where);
    }
  }

  private LongPredicate killBefore = call -> false;
  private LongPredicate killAfter = call -> false;
  private LongPredicate killWithin = call -> false;
  private final List<Long> divisible = new ArrayList<>();
  private Consumer<String> listener = where -> {};
  private long calls;

  /** How many calls there were since {@link #never}. */
  public long calls() {
    return calls;
  }

  /** Kills nobody from now on, and counts calls from zero again. */
  public void never() {
    calls = 0;
    divisible.clear();
    killWithin = call -> false;
    killBefore = call -> false;
    killAfter = call -> false;
  }

  /** Told each call to the outside, as {@code Port.method}, before it is carried out. */
  public void listen(Consumer<String> to) {
    listener = to;
  }

  /** Kills once, before call number {@code at} is carried out. */
  public void before(long at) {
    never();
    killBefore = call -> call == at;
  }

  /** The numbers of the calls since {@link #never} that {@link #within} can kill half way. */
  public List<Long> divisible() {
    return List.copyOf(divisible);
  }

  /** Kills once, when the first half of what call number {@code at} takes was carried out. */
  public void within(long at) {
    never();
    killWithin = call -> call == at;
  }

  /** Kills once, after call number {@code at} was carried out. */
  public void after(long at) {
    never();
    killAfter = call -> call == at;
  }

  /**
   * Kills whenever one of these says so, from the number of the call since {@link #never}.
   *
   * @param before whether to kill before it is carried out
   * @param after whether to kill after it was carried out
   */
  public void when(LongPredicate before, LongPredicate after) {
    killBefore = before;
    killAfter = after;
  }

  /** The port, watched. What it hands out that is a port of its own is watched too. */
  public <T> T watched(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              long call = ++calls;
              String where = port.getSimpleName() + "." + method.getName();
              listener.accept(where);
              if (killBefore.test(call)) {
                throw new Killed("before " + where);
              }
              Optional<Object[]> half = firstHalf(method, arguments);
              half.ifPresent(first -> divisible.add(call));
              boolean within = half.isPresent() && killWithin.test(call);
              Object answer;
              try {
                answer = method.invoke(real, within ? half.get() : arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (within) {
                throw new Killed("within " + where);
              }
              if (killAfter.test(call)) {
                throw new Killed("after " + where);
              }
              Class<?> type = method.getReturnType();
              return type == io.crmsync.sync.port.Mailbox.class
                  ? watched(
                      io.crmsync.sync.port.Mailbox.class, (io.crmsync.sync.port.Mailbox) answer)
                  : answer;
            }));
  }

  /** The same call with half of what it takes; empty: it takes no two things, or only reads. */
  private static Optional<Object[]> firstHalf(Method method, Object[] arguments) {
    if (arguments == null || method.getName().startsWith("find")) {
      return Optional.empty();
    }
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Collection<?> all && all.size() > 1) {
        Object[] half = arguments.clone();
        List<?> first = new ArrayList<>(all).subList(0, all.size() / 2);
        half[i] = all instanceof Set ? new LinkedHashSet<>(first) : first;
        return Optional.of(half);
      }
    }
    return Optional.empty();
  }
}
