package io.crmsync.localapp.host;

import java.util.List;
import java.util.Optional;

/**
 * A function with everything its method needs.
 *
 * @param function the method
 * @param arguments one for each parameter
 */
record BoundFunction(FunctionMethod function, List<Argument> arguments) {

  BoundFunction {
    arguments = List.copyOf(arguments);
  }

  String name() {
    return function.name();
  }

  /** Calls the method on {@code instance}; empty if it gives nothing. */
  Optional<Object> call(Object instance, Invocation invocation)
      throws ReflectiveOperationException {
    Object[] values = arguments.stream().map(argument -> argument.from(invocation)).toArray();
    return Optional.ofNullable(function.method().invoke(instance, values));
  }
}
