package io.crmsync.sync.world;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;

import io.crmsync.domain.run.Run;
import io.crmsync.domain.run.Run.Mode;

/** Takes the application out of the mailboxes, from the list to the end. */
public final class Uninstalls {
  private Uninstalls() {}

  /** Lists, releases, and works until nothing is queued; gives the run as it is then. */
  public static Run carriedOut(World world) {
    Run run = world.startRun.byHand(ADMIN_PERSON, Mode.UNINSTALL).value().orElseThrow();
    world.drain();
    world.decideRemovals.release(ADMIN_PERSON, run.runId());
    world.drain();
    return Held.now(world, run);
  }
}
