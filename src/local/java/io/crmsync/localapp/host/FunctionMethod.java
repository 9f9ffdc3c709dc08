package io.crmsync.localapp.host;

import com.microsoft.azure.functions.annotation.FunctionName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A method that says it is a function.
 *
 * @param name as Azure knows it
 * @param method a public method without overloads
 */
record FunctionMethod(String name, Method method) {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,126}");

  FunctionMethod {
    require(NAME.matcher(name).matches(), name, "is no valid function name");
    require(!name.toLowerCase(Locale.ROOT).endsWith("lib"), name, "must not end in lib");
    require(isPublic(method), name, "must be a public method of a public class");
    require(overloads(method) == 1, name, "must not be overloaded: " + method.getName());
  }

  /** The functions of {@code type}, in the order of their names. */
  static List<FunctionMethod> of(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(FunctionName.class))
        .map(method -> new FunctionMethod(nameOf(method), method))
        .sorted(java.util.Comparator.comparing(FunctionMethod::name))
        .toList();
  }

  private static String nameOf(Method method) {
    return method.getAnnotation(FunctionName.class).value();
  }

  private static boolean isPublic(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && Modifier.isPublic(method.getDeclaringClass().getModifiers());
  }

  private static long overloads(Method method) {
    return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
        .filter(other -> other.getName().equals(method.getName()) && !other.isSynthetic())
        .count();
  }

  private static void require(boolean holds, String name, String what) {
    if (!holds) {
      throw new InvalidFunction(name + ": " + what);
    }
  }
}
