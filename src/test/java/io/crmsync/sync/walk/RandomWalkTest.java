package io.crmsync.sync.walk;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A long random walk: edits in the CRM and in Outlook, also between two requests of the
 * application, every operation of the API, nights, repeated, reordered and lost messages,
 * throttling, refusals, lost answers, killed processes, storage that is cut off, two instances
 * whose clocks differ, lost tables, lists of users and groups that shrink, mailboxes that are
 * exchanged, closed, made anew or shared for a while, and a service that rewrites addresses,
 * against a plain model of the rules. The seed is printed; {@code -Dwalk.seed} and {@code
 * -Dwalk.steps} repeat or lengthen it, {@code -Dwalk.story} tells more of what came before.
 */
class RandomWalkTest {
  private static final int STEPS = Integer.getInteger("walk.steps", 4000);
  private static final long SEED = Long.getLong("walk.seed", System.nanoTime());

  @Test
  void everyMailboxIsAsTheRulesSay() {
    System.out.println("random walk: -Dwalk.seed=" + SEED + " -Dwalk.steps=" + STEPS);
    Map<String, Integer> tally = new TreeMap<>();
    WalkLife life = new WalkLife(SEED, tally);
    int step = 0;
    try {
      life.begin();
      for (; step < STEPS; step++) {
        if (life.isOver()) {
          life = new WalkLife(SEED + step, tally);
          life.begin();
        }
        life.step();
      }
      System.out.println("random walk: " + tally);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-Dwalk.seed=" + SEED + ", step " + step + ", after\n" + life.lastOfTheStory(), e);
    }
  }
}
