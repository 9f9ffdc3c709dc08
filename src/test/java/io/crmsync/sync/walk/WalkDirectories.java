package io.crmsync.sync.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.world.Held;
import java.util.List;
import java.util.Set;

/**
 * Users or groups that are missing from the CRM's lists for some nights (R18, b): whoever would
 * lose a copy by that keeps it until an admin says that so few is all there are.
 */
final class WalkDirectories {
  private final Walk walk;
  private final WalkNights nights;
  private final WalkCrm crm;

  WalkDirectories(Walk walk, WalkNights nights, WalkCrm crm) {
    this.walk = walk;
    this.nights = nights;
    this.crm = crm;
  }

  void shrink() {
    nights.converge();
    List<String> active =
        Walk.USERS.stream().filter(user -> !walk.inactive.contains(user)).toList();
    if (walk.random.nextBoolean() && !active.isEmpty()) {
      // two of three, both of two, the only one
      List<String> missing = active.subList(0, Math.min(2, active.size()));
      walk.strike("users are missing", missing.toString());
      missing.forEach(walk.world.crm::dropUser);
      pass(() -> missing.forEach(walk::publish), () -> walk.inactive.addAll(missing));
    } else if (!crm.members().isEmpty()) {
      walk.strike("groups are missing", "all");
      crm.dropGroup();
      pass(() -> crm.group(crm.members()), () -> crm.group(Set.of()));
    }
    nights.converge();
  }

  /** Some nights; then the lists are whole again, or an admin releases what was held. */
  private void pass(Runnable whole, Runnable asTheyAre) {
    do {
      nights.disturbed(walk.world::night);
      nothingLost();
    } while (walk.random.nextBoolean());
    Run run = walk.world.runs.latest().orElseThrow().value();
    if (run.status() == Run.Status.REMOVALS_HELD && walk.random.nextBoolean()) {
      walk.strike("so few is all", "released");
      walk.world.decideRemovals.release(Held.ADMIN_PERSON, run.runId());
      walk.world.drain();
      asTheyAre.run();
    } else {
      walk.strike("the lists are whole again", run.status().toString());
      whole.run();
    }
  }

  private void nothingLost() {
    for (String key : walk.model.copies().keySet()) {
      if (!walk.model.mayBeDeleted(key)) {
        ContactId id = new ContactId(WalkModel.contactOf(key));
        assertThat(walk.copies(WalkModel.userOf(key), id)).as("kept: " + key).hasSize(1);
      }
    }
  }
}
