package io.crmsync.localapp.host;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.BindingName;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Works out how each parameter of a function gets its value. */
final class Arguments {

  private Arguments() {}

  /**
   * One for each parameter, in order.
   *
   * @param trigger the annotation of the trigger's parameter
   * @param forTrigger how that parameter gets its value, judged by its type
   * @throws InvalidFunction if a parameter can't be bound, naming it
   */
  static List<Argument> of(
      FunctionMethod function,
      Class<? extends Annotation> trigger,
      Function<Parameter, Optional<Argument>> forTrigger) {
    return Arrays.stream(function.method().getParameters())
        .map(
            parameter ->
                (parameter.isAnnotationPresent(trigger)
                        ? forTrigger.apply(parameter)
                        : other(parameter))
                    .orElseThrow(() -> unbindable(function, parameter)))
        .toList();
  }

  private static Optional<Argument> other(Parameter parameter) {
    if (parameter.getType() == ExecutionContext.class) {
      return Optional.of(Invocation::context);
    }
    BindingName name = parameter.getAnnotation(BindingName.class);
    return name == null ? Optional.empty() : named(parameter.getType(), name.value());
  }

  private static Optional<Argument> named(Class<?> type, String name) {
    if (type == String.class) {
      return Optional.of(invocation -> metadata(invocation, name));
    }
    if (type == int.class) {
      return Optional.of(invocation -> Integer.valueOf(metadata(invocation, name)));
    }
    if (type == long.class) {
      return Optional.of(invocation -> Long.valueOf(metadata(invocation, name)));
    }
    return Optional.empty();
  }

  private static String metadata(Invocation invocation, String name) {
    return Optional.ofNullable(invocation.metadata().get(name))
        .orElseThrow(
            () -> new IllegalArgumentException("@BindingName(\"" + name + "\") has no value"));
  }

  private static InvalidFunction unbindable(FunctionMethod function, Parameter parameter) {
    return new InvalidFunction(
        function.name() + ": parameter " + parameter + " can't be bound. Bind String and parse.");
  }
}
