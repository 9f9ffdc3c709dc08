package io.crmsync.sync.walk;

import io.crmsync.domain.contact.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One world of a random walk, from its first night to its last. A step takes a day and a half, and
 * in the year 6053 the minutes since 1970, by which a user's mailboxes are told in order, no longer
 * fit their number: so a walk of a million steps ends its world before that, and begins another.
 */
final class WalkLife {
  private static final Instant LAST = Instant.parse("6000-01-01T00:00:00Z");

  private final Walk walk;
  private final WalkNights nights;
  private final WalkCrm crm;
  private final WalkOutlook outlook;
  private final WalkApi api;
  private final WalkDamage damage;
  private final WalkIdentity identity;
  private final WalkDirectories directories;

  WalkLife(long seed, Map<String, Integer> tally) {
    walk = new Walk(seed, tally);
    nights = new WalkNights(walk);
    crm = new WalkCrm(walk);
    outlook = new WalkOutlook(walk, nights);
    api = new WalkApi(walk, nights);
    damage = new WalkDamage(walk, nights, outlook);
    identity = new WalkIdentity(walk, nights, outlook);
    directories = new WalkDirectories(walk, nights, crm);
  }

  void begin() {
    walk.begin();
    crm.group(Set.of(new UserId("u1")));
    nights.watch(outlook);
    nights.converge();
  }

  /** Whether its calendar is at an end. */
  boolean isOver() {
    return walk.world.clock.instant().isAfter(LAST);
  }

  /** The last steps, for whoever must find out what went wrong. */
  String lastOfTheStory() {
    return walk.lastOfTheStory();
  }

  void step() {
    step(walk.random.nextInt(200));
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
