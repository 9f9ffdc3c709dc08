package io.crmsync.sync.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Status;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R17: a CRM that throttles us is waited for, and nobody gives up")
class ThrottledByTheCrmTest {
  private static final int MORE_THAN_ALL_TRIES = 20;

  private static final Caller BACK_END = ApiWorld.application("crm", Role.ON_BEHALF);

  private final World world = new World();

  @BeforeEach
  void aContactAndItsUser() {
    world.user("u1");
    world.crm.put(People.person("c1", "Doe", "u1"));
  }

  @Test
  void aRunThatIsThrottledMoreOftenThanAStepIsTriedGoesOn() {
    throttle(Optional.of(Duration.ofMinutes(1)));
    assertThat(world.night().status()).isEqualTo(Status.COMPLETED);
    assertThat(world.copies("u1", "c1")).hasSize(1);
  }

  @Test
  void itWaitsAMinuteWhereTheCrmDoesNotSayHowLong() {
    throttle(Optional.empty());
    Run run = world.night();
    assertThat(run.status()).isEqualTo(Status.COMPLETED);
    assertThat(Duration.between(run.startedAt(), world.clock.instant()))
        .isGreaterThanOrEqualTo(Duration.ofMinutes(MORE_THAN_ALL_TRIES));
  }

  @Test
  void aNoticeThatIsThrottledMoreOftenThanAStepIsTriedGoesOn() {
    world.night();
    world.crm.put(People.position(world.crm.find(new ContactId("c1")).orElseThrow(), "Boss"));
    throttle(Optional.of(Duration.ofSeconds(30)));
    String id =
        world
            .acceptNotice
            .accept(BACK_END, new TreeSet<>(List.of(new ContactId("c1"))))
            .request()
            .orElseThrow()
            .request()
            .requestId();
    world.drain();
    assertThat(world.requests.find(id).orElseThrow().failure()).isEmpty();
    assertThat(world.copy("u1", "c1").plainValue(Field.POSITION)).isEqualTo("Boss");
  }

  @Test
  void aCrmThatIsOnlySilentStillFailsTheRunInTheEnd() {
    for (int i = 0; i < MORE_THAN_ALL_TRIES; i++) {
      world.crm.failNextDirectory(new CrmUnavailable("users: status 503", Optional.empty()));
    }
    Run run = world.night();
    world.drain(); // its tries take a little over half an hour
    assertThat(world.runs.find(run.runId()).orElseThrow().value().status())
        .isEqualTo(Status.FAILED);
  }

  private void throttle(Optional<Duration> retryAfter) {
    for (int i = 0; i < MORE_THAN_ALL_TRIES; i++) {
      world.crm.failNextDirectory(CrmUnavailable.throttled("users: status 429", retryAfter));
    }
  }
}
