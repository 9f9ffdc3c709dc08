package io.crmsync;

import io.crmsync.localapp.waiting.Patience;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * A test that waits for others: processes, a browser, storage. It ends after {@link
 * Patience#MINUTES} whether they answer or not, see there.
 */
@Timeout(value = Patience.MINUTES, unit = TimeUnit.MINUTES)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeverHangs {}
