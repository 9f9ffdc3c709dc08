package io.crmsync.sync.interleaving;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that an object holds, written out field by field, so that two states can be compared although
 * the application's own {@code toString} names no values (R20). Objects with equal contents have
 * equal texts; what cannot differ between two ways to one state (functions, locks, counters of
 * calls) is left out.
 */
final class DeepText {
  private static final Pattern ETAG = Pattern.compile("etag=v\\d+");
  private static final Map<Class<?>, Field[]> FIELDS = new ConcurrentHashMap<>();
  private static final Set<String> LEFT_OUT = Set.of("CallLog", "Etags", "Faults");
  private final StringBuilder text = new StringBuilder();
  private final IdentityHashMap<Object, Integer> seen = new IdentityHashMap<>();

  private DeepText() {}

  static String of(@Nullable Object value) {
    DeepText deep = new DeepText();
    deep.write(value);
    return deep.text.toString();
  }

  /**
   * The same text with versions numbered in the order of their first appearance: which numbers a
   * store gave depends on the order of all writes, which write a version is of does not.
   */
  static String withComparableVersions(String text) {
    Map<String, String> numbers = new HashMap<>();
    Matcher matcher = ETAG.matcher(text);
    return matcher.replaceAll(
        found -> numbers.computeIfAbsent(found.group(), etag -> "etag=#" + numbers.size()));
  }

  private void write(@Nullable Object value) {
    if (value == null) {
      text.append('-');
    } else if (value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum
        || value instanceof Temporal
        || value instanceof TemporalAmount) {
      text.append(value);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(this::write, () -> text.append('-'));
    } else if (value instanceof Map<?, ?> map) {
      all('{', unordered(map.entrySet().stream().map(e -> part(e.getKey()) + part(e.getValue()))));
    } else if (value instanceof Set<?> set) {
      all('{', unordered(set.stream().map(this::part)));
    } else if (value instanceof Collection<?> list) {
      all('[', list.stream().map(this::part).toList());
    } else if (value instanceof Object[] array) {
      write(Arrays.asList(array));
    } else {
      object(value);
    }
  }

  private static List<String> unordered(Stream<String> parts) {
    List<String> sorted = new ArrayList<>(parts.toList());
    sorted.sort(null);
    return sorted;
  }

  private String part(@Nullable Object value) {
    int before = text.length();
    write(value);
    String part = text.substring(before);
    text.setLength(before);
    return part + " ";
  }

  private void all(char open, List<String> parts) {
    text.append(open);
    parts.forEach(text::append);
    text.append(open == '[' ? ']' : '}');
  }

  private void object(Object value) {
    Class<?> type = value.getClass();
    boolean opaque =
        !type.getName().startsWith("io.crmsync.")
            || type.isHidden()
            || type.isSynthetic()
            || type.isAnonymousClass()
            || Proxy.isProxyClass(type)
            || value instanceof Clock
            || value instanceof Lock
            || LEFT_OUT.contains(type.getSimpleName());
    if (opaque) {
      text.append('~');
      return;
    }
    boolean identical = !type.isRecord() && seen.putIfAbsent(value, seen.size()) != null;
    if (identical) {
      text.append('^');
      return;
    }
    text.append(type.getSimpleName()).append('(');
    for (Field field : FIELDS.computeIfAbsent(type, DeepText::fields)) {
      text.append(field.getName()).append('=');
      try {
        write(field.get(value));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
      text.append(' ');
    }
    text.append(')');
  }

  private static Field[] fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .peek(field -> field.setAccessible(true))
        .toArray(Field[]::new);
  }
}
