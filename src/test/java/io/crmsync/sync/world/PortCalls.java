package io.crmsync.sync.world;

import io.crmsync.sync.UseCases;
import io.crmsync.sync.port.Environment;
import io.crmsync.sync.port.Ports;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Stands between the application and all its ports: writes each call down, as {@code
 * Port.method[arguments]}, or lets it fail.
 */
public final class PortCalls {
  private final List<String> made = new ArrayList<>();
  private Optional<RuntimeException> failure = Optional.empty();
  private int ids;

  /** What was called since the last {@link #forget}, with what, in order. */
  public List<String> made() {
    return List.copyOf(made);
  }

  /** Forgets what was called so far. */
  public void forget() {
    made.clear();
  }

  /** From now on every call fails with this, unexecuted. */
  public void failWith(RuntimeException thrown) {
    failure = Optional.of(thrown);
  }

  /** Another instance over a world's fakes, all of whose calls come by here. */
  public UseCases over(World world) {
    return UseCases.of(
        new Environment(
            ports(world, this::watched), world.settings, world.clock, () -> "w" + ++ids));
  }

  /**
   * A world's fakes as ports, whatever ports there are.
   *
   * @param watch gives what stands in the place of a fake, from the port's type and the fake
   */
  public static Ports ports(World world, BiFunction<Class<?>, Object, Object> watch) {
    Class<?>[] types =
        Arrays.stream(Ports.class.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Object[] watched =
        Arrays.stream(types).map(type -> watch.apply(type, fake(world, type))).toArray();
    try {
      Constructor<Ports> constructor = Ports.class.getDeclaredConstructor(types);
      return constructor.newInstance(watched);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object fake(World world, Class<?> port) {
    Field field =
        Arrays.stream(World.class.getDeclaredFields())
            .filter(each -> port.isAssignableFrom(each.getType()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no fake of " + port));
    try {
      return field.get(world);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a port hands out that is a port of its own is watched too. */
  private Object watched(Class<?> port, Object real) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (proxy, method, arguments) -> {
          Object[] given = arguments == null ? new Object[0] : arguments;
          made.add(port.getSimpleName() + "." + method.getName() + Arrays.toString(given));
          if (failure.isPresent()) {
            throw failure.get();
          }
          try {
            Object answer = method.invoke(real, given);
            boolean mailbox = method.getReturnType() == io.crmsync.sync.port.Mailbox.class;
            return mailbox ? watched(method.getReturnType(), answer) : answer;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
