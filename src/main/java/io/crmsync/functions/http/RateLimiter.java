package io.crmsync.functions.http;

import io.crmsync.sync.call.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much each caller may still ask of this instance: a bucket of units each, filled anew as time
 * passes. An operation takes as many as it costs. Thread-safe; forgets who asked nothing for the
 * longest time, whose bucket is full again.
 */
public final class RateLimiter {
  /**
   * A bucket.
   *
   * @param units that it holds when it is full
   * @param perSecond that it gets back
   */
  public record Size(int units, int perSecond) {}

  /**
   * A person who types a search at three letters a second, each asked for, for half a minute, or
   * selects 30 times in a row, does not reach it; what goes on for longer is no person.
   */
  static final Size PERSON = new Size(300, 5);

  /** The CRM's back end acts for all its users: 600 right-clicks at once, 10 a second. */
  static final Size APPLICATION = new Size(3_000, 50);

  private static final int CALLERS = 20_000;

  private record Bucket(double units, Instant at) {}

  private final InstantSource clock;
  private final Size person;
  private final Size application;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CALLERS;
        }
      };

  RateLimiter(InstantSource clock) {
    this(clock, PERSON, APPLICATION);
  }

  /** Of other sizes. */
  RateLimiter(InstantSource clock, Size person, Size application) {
    this.clock = clock;
    this.person = person;
    this.application = application;
  }

  /**
   * Takes so many units, or none.
   *
   * @return how long the caller has to wait until there are enough; empty: taken
   */
  synchronized Optional<Duration> take(Caller caller, int cost) {
    Size size = caller.kind() == Caller.Kind.APPLICATION ? application : person;
    String name = name(caller);
    Bucket filled = filled(buckets.get(name), size);
    double left = filled.units() - cost;
    if (left < 0) {
      return Optional.of(Duration.ofMillis((long) Math.ceil(-left * 1_000 / size.perSecond())));
    }
    buckets.put(name, new Bucket(left, filled.at()));
    return Optional.empty();
  }

  /** A clock that is set back fills nothing, and takes nothing away. */
  private Bucket filled(@Nullable Bucket before, Size size) {
    Instant now = clock.instant();
    if (before == null) {
      return new Bucket(size.units(), now);
    }
    double seconds = Math.max(0, Duration.between(before.at(), now).toMillis() / 1_000.0);
    return new Bucket(Math.min(size.units(), before.units() + seconds * size.perSecond()), now);
  }

  private static String name(Caller caller) {
    String who = caller.objectId().or(caller::loginName).orElse("");
    return caller.kind() + " " + who.toLowerCase(Locale.ROOT);
  }
}
