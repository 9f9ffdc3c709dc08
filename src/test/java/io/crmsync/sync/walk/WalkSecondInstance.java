package io.crmsync.sync.walk;

import io.crmsync.sync.UseCases;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.world.World;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * A second instance of the application during a walk: it takes messages off the same queues, and
 * its clock is up to three minutes before or behind the first one's (R19).
 */
final class WalkSecondInstance {
  private final Walk walk;
  private Optional<UseCases> instance = Optional.empty();

  WalkSecondInstance(Walk walk) {
    this.walk = walk;
  }

  /** It is started anew, and remembers nothing. */
  void begin() {
    Duration ahead = Duration.ofMinutes(walk.random.nextInt(7) - 3L);
    instance = Optional.of(walk.world.secondInstance(Clock.offset(walk.world.clock, ahead)));
  }

  /** One message of each queue. Who fails with a message in hand gets it again. */
  void work() {
    UseCases its = instance.orElseThrow();
    var queue = walk.world.queue;
    queue
        .runSteps()
        .takeNext()
        .ifPresent(
            step ->
                orAgain(
                    () -> its.runs().advanceRun().step(step, line -> {}),
                    () -> queue.sendRunStep(step, World.LEASE)));
    queue
        .changes()
        .takeNext()
        .ifPresent(
            step ->
                orAgain(
                    () -> its.notices().advanceNotice().step(step, words -> {}),
                    () -> queue.sendChanges(step, World.LEASE)));
    for (Lane lane : Lane.values()) {
      queue
          .pairs(lane)
          .takeNext()
          .ifPresent(
              message ->
                  orAgain(
                      () -> its.pairs().reconcilePair().reconcile(message, lane),
                      () -> queue.sendPair(message, lane, World.LEASE)));
    }
  }

  private static void orAgain(Runnable work, Runnable again) {
    try {
      work.run();
    } catch (RuntimeException e) {
      again.run();
    }
  }
}
