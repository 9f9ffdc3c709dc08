package io.crmsync.localapp.host;

import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All functions of an app by kind of trigger.
 *
 * @param timers in the order of their names
 * @param queues in the order of their names
 * @param https those with more fixed routes first
 */
record FunctionTable(
    List<TimerFunction> timers, List<QueueFunction> queues, List<HttpFunction> https) {

  FunctionTable {
    timers = List.copyOf(timers);
    queues = List.copyOf(queues);
    https = https.stream().sorted(Comparator.comparing(HttpFunction::route)).toList();
  }

  /**
   * The functions of {@code classes}.
   *
   * @throws InvalidFunction if one is wrong, or two have one name, or a class has none
   */
  static FunctionTable of(List<Class<?>> classes, SettingNames settings) {
    Collector collector = new Collector(settings);
    classes.forEach(collector::take);
    return new FunctionTable(collector.timers, collector.queues, collector.https);
  }

  /** Names of all functions. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    timers.forEach(timer -> names.add(timer.bound().name()));
    queues.forEach(queue -> names.add(queue.bound().name()));
    https.forEach(http -> names.add(http.bound().name()));
    return names;
  }

  private static final class Collector {

    private final List<TimerFunction> timers = new ArrayList<>();
    private final List<QueueFunction> queues = new ArrayList<>();
    private final List<HttpFunction> https = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final SettingNames settings;

    Collector(SettingNames settings) {
      this.settings = settings;
    }

    void take(Class<?> type) {
      List<FunctionMethod> functions = FunctionMethod.of(type);
      if (functions.isEmpty()) {
        throw new InvalidFunction(type.getName() + " has no method with @FunctionName");
      }
      functions.forEach(this::take);
    }

    private void take(FunctionMethod function) {
      if (!names.add(function.name())) {
        throw new InvalidFunction("Two functions are called " + function.name());
      }
      int before = timers.size() + queues.size() + https.size();
      trigger(function, TimerTrigger.class)
          .ifPresent(found -> timers.add(TimerFunction.of(function, found, settings)));
      trigger(function, QueueTrigger.class)
          .ifPresent(found -> queues.add(QueueFunction.of(function, found, settings)));
      trigger(function, HttpTrigger.class)
          .ifPresent(found -> https.add(HttpFunction.of(function, found, settings)));
      if (timers.size() + queues.size() + https.size() != before + 1) {
        throw new InvalidFunction(function.name() + " needs one timer, queue or HTTP trigger");
      }
    }

    private static <A extends Annotation> Optional<A> trigger(
        FunctionMethod function, Class<A> type) {
      return Arrays.stream(function.method().getParameters())
          .map((Parameter parameter) -> Optional.ofNullable(parameter.getAnnotation(type)))
          .flatMap(Optional::stream)
          .findFirst();
    }
  }
}
