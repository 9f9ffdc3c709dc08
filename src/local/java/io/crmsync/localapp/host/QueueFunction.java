package io.crmsync.localapp.host;

import com.microsoft.azure.functions.annotation.QueueTrigger;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A function called for each message of a queue.
 *
 * @param bound the function
 * @param queue name of the queue, names of settings resolved
 */
record QueueFunction(BoundFunction bound, String queue) {

  private static final Pattern QUEUE = Pattern.compile("(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*");
  private static final String STORAGE = "AzureWebJobsStorage";

  static QueueFunction of(FunctionMethod function, QueueTrigger trigger, SettingNames settings) {
    String queue = settings.resolve(function.name(), trigger.queueName());
    require(QUEUE.matcher(queue).matches(), function, "no valid queue name: " + queue);
    require(
        trigger.connection().isEmpty() || trigger.connection().equals(STORAGE),
        function,
        "connection must be " + STORAGE + ", not " + trigger.connection());
    return new QueueFunction(
        new BoundFunction(
            function, Arguments.of(function, QueueTrigger.class, QueueFunction::text)),
        queue);
  }

  private static Optional<Argument> text(Parameter parameter) {
    return parameter.getType() == String.class
        ? Optional.of(Invocation::payload)
        : Optional.empty();
  }

  private static void require(boolean holds, FunctionMethod function, String what) {
    if (!holds) {
      throw new InvalidFunction(function.name() + ": " + what);
    }
  }
}
