package io.crmsync.sync.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.People;
import java.time.Duration;
import java.util.List;

/**
 * Mailboxes that are not what their address says (R22): made anew behind it, or one mailbox of two
 * users, whom the CRM names by different addresses for some nights.
 */
final class WalkIdentity {
  private final Walk walk;
  private final WalkNights nights;
  private final WalkOutlook outlook;

  WalkIdentity(Walk walk, WalkNights nights, WalkOutlook outlook) {
    this.walk = walk;
    this.nights = nights;
    this.outlook = outlook;
  }

  /**
   * The next write finds out, or a full run: where nothing is to be written, nothing is asked
   * (R19). The full run is what an admin does then.
   */
  void makeAnew() {
    nights.converge();
    String user = walk.anyUser();
    walk.strike("a mailbox is made anew", walk.address(user));
    walk.mailbox(user).makeAnew();
    outlook.forget(walk.mailbox(user));
    walk.model.beginsAnew(user);
    if (walk.random.nextBoolean()) {
      changeSomePositions();
      nights.disturbed(walk.world::night);
      walk.world.drain(); // while a run is on its way there is no other
    }
    startFullRun();
    nights.disturbed(walk.world::drain);
    nights.converge();
  }

  /** Who hears that another run goes on asks again: one that stands still is awoken by that. */
  private void startFullRun() {
    int refused = 0;
    while (walk.world.startRun.byHand(Held.ADMIN_PERSON, Run.Mode.FULL).value().isEmpty()) {
      walk.tell("a run goes on: the admin asks again later");
      assertThat(++refused).as("refusals of a full run").isLessThan(3);
      walk.world.clock.forward(Duration.ofMinutes(31));
      walk.world.drain();
    }
  }

  /**
   * While two have one mailbox nothing of the other's is written there. Whether the other's links
   * were dropped before it was seen that there are two is not promised: of what its user did since
   * the last change of the CRM, either may come (R12, R14).
   */
  void share() {
    nights.converge();
    List<String> active =
        Walk.USERS.stream().filter(user -> !walk.inactive.contains(user)).toList();
    if (active.size() < 2) {
      return;
    }
    int first = walk.random.nextInt(active.size());
    String owner = active.get(first);
    String guest = active.get((first + 1) % active.size());
    String home = walk.address(guest);
    FakeMailbox shared = walk.mailbox(owner);
    String alias = owner + "-alias" + walk.number() + "@example.com";
    shared.alias(alias);
    walk.addresses.put(guest, alias);
    walk.elsewhere.add(guest);
    walk.publish(guest);
    walk.strike("a mailbox is shared", guest + " in the mailbox of " + owner);
    walk.world.withSettings(Walk.CAUTIOUS);
    do {
      changeSomePositions();
      nights.disturbed(walk.world::night);
    } while (walk.random.nextBoolean());
    walk.world.night();
    walk.addresses.put(guest, home);
    walk.elsewhere.remove(guest);
    walk.publish(guest);
    walk.tell(guest + " has " + home + " again");
    walk.world.withSettings(Walk.WIDE);
    walk.model.mayHaveLostPairs(guest);
    nights.converge();
  }

  private void changeSomePositions() {
    for (int i = 0; i < 3; i++) {
      ContactId id = walk.anyContact();
      if (!walk.gone.contains(id)) {
        walk.put(People.position(walk.contact(id), "Position " + walk.number()));
      }
    }
  }
}
