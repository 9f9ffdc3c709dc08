package io.crmsync.sync.walk;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.World;
import java.util.Optional;

/** Tables that are lost, and mailboxes that get another name or are exchanged for another. */
final class WalkDamage {
  private final Walk walk;
  private final WalkNights nights;
  private final WalkOutlook outlook;

  WalkDamage(Walk walk, WalkNights nights, WalkOutlook outlook) {
    this.walk = walk;
    this.nights = nights;
    this.outlook = outlook;
  }

  /** Followed by a full run, which is what an admin does then. */
  void loseTable() {
    nights.converge();
    World world = walk.world;
    switch (walk.random.nextInt(6)) {
      case 0 -> {
        if (!walk.model.copies().keySet().stream().allMatch(this::wouldBeFound)) {
          return;
        }
        walk.tell("Pairs lost");
        world.pairs.lose();
        Walk.USERS.forEach(walk.model::losesPairs);
      }
      case 1 -> {
        walk.tell("Contacts lost");
        world.contacts.lose();
      }
      case 2 -> {
        walk.tell("Mailboxes lost");
        world.mailboxes.lose();
      }
      case 3 -> {
        walk.tell("Directory lost");
        world.directories.lose();
      }
      case 4 -> {
        walk.tell("Due lost");
        world.due.lose();
      }
      default -> {
        walk.tell("SyncList lost");
        world.lists.lose();
        walk.listed.clear();
      }
    }
    world.restart();
    world.startRun.byHand(Held.ADMIN_PERSON, Run.Mode.FULL);
    world.drain();
    nights.converge();
  }

  /** See docs/rules.md: copies elsewhere, or of contacts that are not actionable, are not. */
  private boolean wouldBeFound(String key) {
    String user = WalkModel.userOf(key);
    ContactId contact = new ContactId(WalkModel.contactOf(key));
    return WalkModel.actionable(walk.contact(contact))
        && walk.copies(user, contact).stream()
            .map(OutlookContact::folder)
            .map(Optional::of)
            .allMatch(walk.world.mailboxes.of(new UserId(user)).folder()::equals);
  }

  void renameMailbox() {
    nights.converge();
    String user = walk.anyUser();
    if (!ourFolderIsThere(user)) {
      return; // R22: then another mailbox is seen in it, and the pairs begin anew
    }
    String before = walk.address(user);
    String after = user + "-" + walk.number() + "@example.com";
    walk.tell(before + " is called " + after);
    walk.mailbox(user).rename(after);
    walk.addresses.put(user, after);
    outlook.renamed(before, after);
    walk.publish(user);
    nights.converge();
  }

  private boolean ourFolderIsThere(String user) {
    return walk.world
        .mailboxes
        .of(new UserId(user))
        .folder()
        .filter(walk.mailbox(user).folders().keySet()::contains)
        .isPresent();
  }

  void otherMailbox() {
    nights.converge();
    String user = walk.anyUser();
    FakeMailbox before = walk.mailbox(user);
    walk.former.add(before);
    walk.addresses.put(user, user + "-" + walk.number() + "@example.com");
    walk.tell(user + " has " + walk.address(user) + " now");
    walk.model.beginsAnew(user);
    walk.publish(user);
    if (walk.oneIn(3)) {
      closedForANight(before);
    }
    nights.converge();
  }

  /** Nobody gets in for a few nights (R22); then it catches up. */
  void closeMailbox() {
    closedForANight(walk.mailbox(walk.anyUser()));
    nights.converge();
  }

  private void closedForANight(FakeMailbox mailbox) {
    var reasons = MailboxClosed.Cause.values();
    var reason = reasons[walk.random.nextInt(reasons.length)];
    mailbox.close(reason);
    walk.strike("a mailbox is closed", reason.toString());
    do {
      nights.disturbed(walk.world::night);
    } while (walk.random.nextBoolean());
    mailbox.reopen();
    walk.tell("it is open again");
  }

  /** A wrong value stood in the CRM for a night, and was corrected before the old copies went. */
  void mailboxThereAndBack() {
    nights.converge();
    String user = walk.anyUser();
    if (walk.inactive.contains(user)) {
      return; // whose mailbox nobody visits
    }
    String home = walk.address(user);
    walk.tell(user + " has another mailbox for a night");
    walk.addresses.put(user, user + "-" + walk.number() + "@example.com");
    walk.former.add(walk.mailbox(user));
    walk.elsewhere.add(user);
    walk.publish(user);
    walk.world.withSettings(Walk.CAUTIOUS);
    nights.disturbed(walk.world::night);
    walk.world.night();
    walk.addresses.put(user, home);
    walk.elsewhere.remove(user);
    walk.publish(user);
    walk.world.withSettings(Walk.WIDE);
    walk.model.losesPairs(user);
    nights.converge();
  }

  /** What is queued comes twice and in another order, and somebody looks at pairs for no reason. */
  void stirMessages() {
    for (Lane lane : Lane.values()) {
      walk.world.queue.pairs(lane).duplicateAll();
      walk.world.queue.pairs(lane).shuffle(walk.random);
    }
    for (String user : Walk.USERS) {
      walk.world.reconcile(user, walk.anyContact().value(), walk.either(Lane.NOW, Lane.NIGHTLY));
    }
    walk.tell("messages stirred");
  }
}
