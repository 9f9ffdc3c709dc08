package io.crmsync.sync.world;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A port in whose use something else happens, once, just before or after a call: what comes out
 * when somebody is faster. All calls are passed on to the real port.
 */
public final class Overtaken {
  private Overtaken() {}

  /**
   * Something happens just before the first call of a method.
   *
   * @param method its name; of several with this name, whichever is called first
   */
  public static <T> T before(Class<T> port, T real, String method, Runnable first) {
    return watched(port, real, method, first, () -> {});
  }

  /**
   * Something happens after the first call of a method, before its caller has the answer.
   *
   * @param method its name; of several with this name, whichever is called first
   */
  public static <T> T after(Class<T> port, T real, String method, Runnable then) {
    return watched(port, real, method, () -> {}, then);
  }

  private static <T> T watched(
      Class<T> port, T real, String method, Runnable before, Runnable after) {
    AtomicBoolean happened = new AtomicBoolean();
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, called, arguments) -> {
              if (called.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, called, arguments);
              }
              boolean now = called.getName().equals(method) && happened.compareAndSet(false, true);
              if (now) {
                before.run();
              }
              try {
                Object answer = called.invoke(real, arguments);
                if (now) {
                  after.run();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
