package io.crmsync.sync;

import io.crmsync.domain.contact.UserId;
import java.util.Set;
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

  private final Walk walk = new Walk(SEED);
  private final WalkNights nights = new WalkNights(walk);
  private final WalkCrm crm = new WalkCrm(walk);
  private final WalkOutlook outlook = new WalkOutlook(walk, nights);
  private final WalkApi api = new WalkApi(walk, nights);
  private final WalkDamage damage = new WalkDamage(walk, nights, outlook);
  private final WalkIdentity identity = new WalkIdentity(walk, nights, outlook);
  private final WalkDirectories directories = new WalkDirectories(walk, nights, crm);

  @Test
  void everyMailboxIsAsTheRulesSay() {
    System.out.println("random walk: -Dwalk.seed=" + SEED + " -Dwalk.steps=" + STEPS);
    walk.begin();
    crm.group(Set.of(new UserId("u1")));
    nights.watch(outlook);
    int step = 0;
    try {
      nights.converge();
      for (; step < STEPS; step++) {
        step(walk.random.nextInt(200));
      }
      System.out.println("random walk: " + walk.tally());
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-Dwalk.seed=" + SEED + ", step " + step + ", after\n" + walk.lastOfTheStory(), e);
    }
  }

  private void step(int dice) {
    if (dice < 100) {
      crm.edit();
    } else if (dice < 150) {
      outlook.act();
    } else if (dice < 160) {
      api.rightClick();
    } else if (dice < 163) {
      api.stop();
    } else if (dice < 166) {
      api.select();
    } else if (dice < 170) {
      api.changeNotice();
    } else if (dice < 172) {
      api.fullRun();
    } else if (dice < 176) {
      api.decide();
    } else if (dice < 178) {
      damage.loseTable();
    } else if (dice < 179) {
      damage.renameMailbox();
    } else if (dice < 180) {
      damage.otherMailbox();
    } else if (dice < 181) {
      damage.mailboxThereAndBack();
    } else if (dice < 186) {
      damage.stirMessages();
    } else if (dice < 187) {
      damage.closeMailbox();
    } else if (dice < 189) {
      directories.shrink();
    } else if (dice < 190) {
      identity.makeAnew();
    } else if (dice < 191) {
      identity.share();
    } else {
      nights.converge();
    }
  }
}
