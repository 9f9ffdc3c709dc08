package io.crmsync.localapp.host;

import com.microsoft.azure.functions.annotation.FixedDelayRetry;
import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a timer function that throws, as {@code @FixedDelayRetry} says.
 *
 * @param most how often it is called again; 0: it is not
 * @param pause before each of these calls
 */
record TimerRetries(int most, Duration pause) {
  private static final TimerRetries NONE = new TimerRetries(0, Duration.ZERO);

  static TimerRetries of(FunctionMethod function) {
    return Optional.ofNullable(function.method().getAnnotation(FixedDelayRetry.class))
        .map(retry -> new TimerRetries(retry.maxRetryCount(), pause(function, retry)))
        .orElse(NONE);
  }

  private static Duration pause(FunctionMethod function, FixedDelayRetry retry) {
    if (!retry.delayInterval().matches("[0-9]{2}:[0-5][0-9]:[0-5][0-9]")) {
      throw new InvalidFunction(
          function.name() + ": no interval hh:mm:ss: " + retry.delayInterval());
    }
    return QueueRules.duration(retry.delayInterval());
  }
}
