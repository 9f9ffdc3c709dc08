package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.functions.http.RateLimiter.Size;
import io.crmsync.sync.call.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final Caller SHE = person("aaaaaaaa-0000-0000-0000-000000000001");
  private static final Caller HE = person("aaaaaaaa-0000-0000-0000-000000000002");

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final RateLimiter rateLimiter =
      new RateLimiter(now::get, new Size(10, 2), new Size(1_000, 200));

  @Test
  void whoHasUsedItUpWaitsUntilThereIsEnoughAgain() {
    assertThat(rateLimiter.take(SHE, 8)).isEmpty();
    assertThat(rateLimiter.take(SHE, 5)).contains(Duration.ofMillis(1_500));
    pass(Duration.ofMillis(1_500));
    assertThat(rateLimiter.take(SHE, 5)).isEmpty();
    assertThat(rateLimiter.take(SHE, 1)).contains(Duration.ofMillis(500));
  }

  @Test
  void whoIsRefusedUsesNothingUp() {
    rateLimiter.take(SHE, 10);
    IntStream.range(0, 100).forEach(i -> rateLimiter.take(SHE, 2));
    pass(Duration.ofSeconds(1));
    assertThat(rateLimiter.take(SHE, 2)).isEmpty();
  }

  @Test
  void oneCallersHasteIsNotAnothers() {
    rateLimiter.take(SHE, 10);
    assertThat(rateLimiter.take(HE, 10)).isEmpty();
  }

  @Test
  void aBucketNeverHoldsMoreThanItsSize() {
    rateLimiter.take(SHE, 10);
    pass(Duration.ofDays(1));
    assertThat(rateLimiter.take(SHE, 10)).isEmpty();
    assertThat(rateLimiter.take(SHE, 1)).isPresent();
  }

  @Test
  void anApplicationThatActsForManyMayAskForMore() {
    Caller crm = new Caller(Caller.Kind.APPLICATION, SHE.objectId(), Optional.empty(), Set.of());
    rateLimiter.take(SHE, 10);
    assertThat(rateLimiter.take(crm, 1_000)).isEmpty();
  }

  @Test
  void aClockThatIsSetBackGivesNothingAndTakesNothing() {
    rateLimiter.take(SHE, 9);
    pass(Duration.ofHours(-1));
    assertThat(rateLimiter.take(SHE, 1)).isEmpty();
    assertThat(rateLimiter.take(SHE, 1)).isPresent();
  }

  private void pass(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  private static Caller person(String objectId) {
    return new Caller(Caller.Kind.USER, Optional.of(objectId), Optional.of("a@b.c"), Set.of());
  }
}
