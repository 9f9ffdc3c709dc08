package io.crmsync.localapp.host;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.util.List;
import java.util.ServiceLoader;

/** Where the object comes from that a function's method is called on; asked at every invocation. */
@FunctionalInterface
public interface FunctionInstances {

  /**
   * An object of {@code functionClass}.
   *
   * @throws Exception if it can't be made; the invocation fails with it
   */
  Object of(Class<?> functionClass) throws Exception;

  /**
   * As the Java worker does: by the one injector that ServiceLoader finds; without any, a new
   * object per invocation.
   *
   * @throws InvalidFunction if there are several injectors
   */
  static FunctionInstances asInAzure() {
    return by(
        ServiceLoader.load(FunctionInstanceInjector.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** By the one of {@code injectors}, or without any as the worker does by itself. */
  static FunctionInstances by(List<FunctionInstanceInjector> injectors) {
    if (injectors.size() > 1) {
      throw new InvalidFunction("Several FunctionInstanceInjector: " + injectors);
    }
    return injectors.isEmpty()
        ? functionClass -> functionClass.getConstructor().newInstance()
        : injectors.get(0)::getInstance;
  }
}
