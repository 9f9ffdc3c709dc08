package io.crmsync.localapp.host;

import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.lang.reflect.Parameter;
import java.util.Optional;

/**
 * A function called by a timer.
 *
 * @param bound the function
 * @param schedule NCRONTAB with six fields, names resolved
 * @param retries how often, and after which pause, it is called again when it throws
 */
record TimerFunction(BoundFunction bound, String schedule, TimerRetries retries) {

  static TimerFunction of(FunctionMethod function, TimerTrigger trigger, SettingNames settings) {
    String schedule = settings.resolve(function.name(), trigger.schedule());
    Ncrontab.check(function.name(), schedule);
    return new TimerFunction(
        new BoundFunction(
            function, Arguments.of(function, TimerTrigger.class, TimerFunction::text)),
        schedule,
        TimerRetries.of(function));
  }

  private static Optional<Argument> text(Parameter parameter) {
    return parameter.getType() == String.class
        ? Optional.of(Invocation::payload)
        : Optional.empty();
  }
}
