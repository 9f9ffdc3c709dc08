package io.crmsync;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * A test that waits for others: processes, a browser, storage. It ends after {@link #LIMIT} whether
 * they answer or not. That guards against hanging and says nothing of speed: whatever is slow on a
 * busy machine is done long before, so there is one limit for all.
 */
@Timeout(value = NeverHangs.MINUTES, unit = TimeUnit.MINUTES)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeverHangs {
  /** The limit in minutes. */
  long MINUTES = 10;

  /** How long anything is waited for. */
  Duration LIMIT = Duration.ofMinutes(MINUTES);
}
