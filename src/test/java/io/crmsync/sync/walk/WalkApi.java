package io.crmsync.sync.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.call.ViewerAccess;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Held;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is asked over the API during a walk. */
final class WalkApi {
  private final Walk walk;
  private final WalkNights nights;

  WalkApi(Walk walk, WalkNights nights) {
    this.walk = walk;
    this.nights = nights;
  }

  void rightClick() {
    String user = walk.anyUser();
    ContactId id = walk.anyContact();
    if (walk.world.directories.current().isEmpty() || walk.inactive.contains(user)) {
      return;
    }
    Reply reply = walk.world.requestSync.ask(walk.caller(user), id.value(), Optional.empty());
    boolean taken = reply.request().isPresent();
    walk.tell(user + " asks for " + id + ": " + (taken ? "taken" : reply.refusal()));
    if (taken) {
      walk.listed.add(WalkModel.key(user, id));
    }
    walk.world.drain();
    if (taken) {
      walk.model.userAsks(WalkModel.key(user, id), walk.contact(id));
    }
    nights.converge();
  }

  void stop() {
    if (walk.listed.isEmpty()) {
      return;
    }
    List<String> keys = List.copyOf(new TreeSet<>(walk.listed));
    String key = keys.get(walk.random.nextInt(keys.size()));
    String user = WalkModel.userOf(key);
    if (walk.inactive.contains(user)) {
      return;
    }
    nights.converge();
    Reply reply =
        walk.world.stopSync.stop(walk.caller(user), WalkModel.contactOf(key), Optional.empty());
    walk.tell(key + " stops: " + reply.refusal());
    if (reply.request().isPresent()) {
      walk.listed.remove(key);
    }
    walk.world.drain();
    nights.converge();
  }

  /** On the page, of what the last night knows. */
  void select() {
    nights.converge();
    String user = walk.anyUser();
    if (walk.inactive.contains(user)) {
      return;
    }
    Set<ContactId> chosen = new HashSet<>(List.of(walk.anyContact(), walk.anyContact()));
    boolean all = walk.oneIn(4);
    Reply reply =
        all
            ? walk.world.syncSelected.all(walk.caller(user), ViewerAccess.ME)
            : walk.world.syncSelected.these(walk.caller(user), ViewerAccess.ME, chosen);
    walk.tell(user + " selects " + (all ? "all" : chosen));
    assertThat(reply.request()).isPresent();
    walk.world.drain();
    if (!all) {
      chosen.stream()
          .filter(id -> nights.entitled(user, id))
          .forEach(id -> walk.model.userAsks(WalkModel.key(user, id), walk.contact(id)));
    }
    nights.converge();
  }

  void changeNotice() {
    NavigableSet<ContactId> named = new TreeSet<>();
    for (int i = 0; i <= walk.random.nextInt(5); i++) {
      named.add(walk.anyContact());
    }
    walk.tell("notice of " + named);
    walk.world.acceptNotice.accept(ApiWorld.application("crm", Caller.Role.ON_BEHALF), named);
    nights.disturbed(walk.world::drain);
    nights.converge();
  }

  void fullRun() {
    walk.tell("full run");
    String before = latestRun();
    nights.disturbed(this::startFullRun);
    if (latestRun().equals(before)) {
      startFullRun(); // killed before anything was written: an admin without an answer asks again
    }
    nights.converge();
  }

  private void startFullRun() {
    walk.world.startRun.byHand(Held.ADMIN_PERSON, Run.Mode.FULL);
    walk.world.drain();
  }

  private String latestRun() {
    return walk.world.runs.latest().orElseThrow().value().runId();
  }

  /** A night whose guard holds every removal, and what an admin makes of it. */
  void decide() {
    walk.world.withSettings(Walk.CAUTIOUS);
    Run run = walk.world.night();
    List<String> held = held(run);
    walk.tell("cautious night " + run.status() + " holds " + held);
    assertHeldCopiesAreThere(held);
    switch (walk.random.nextInt(3)) {
      case 0 -> release(run, held);
      case 1 -> discard(run, held);
      default -> walk.tell("nobody decides");
    }
    walk.world.withSettings(Walk.WIDE);
    nights.converge();
  }

  private void release(Run run, List<String> held) {
    Granted<Run> released = walk.world.decideRemovals.release(Held.ADMIN_PERSON, run.runId());
    assertThat(released.value().isPresent()).isEqualTo(!held.isEmpty());
    walk.tell("released");
    walk.world.drain();
    for (String key : held) {
      assertThat(copiesOf(key)).as("released " + key).isZero();
    }
  }

  /** They stay, night after night, until a full run looks again. */
  private void discard(Run run, List<String> held) {
    Granted<Run> dropped = walk.world.decideRemovals.discard(Held.ADMIN_PERSON, run.runId());
    assertThat(dropped.value().isPresent()).isEqualTo(!held.isEmpty());
    walk.tell("discarded");
    walk.world.drain();
    walk.world.withSettings(Walk.WIDE);
    walk.world.night();
    walk.world.night();
    assertHeldCopiesAreThere(held);
    fullRun();
  }

  private void assertHeldCopiesAreThere(List<String> held) {
    for (String key : held) {
      boolean had = walk.model.copies().containsKey(key);
      assertThat(copiesOf(key)).as("held " + key).isEqualTo(had ? 1 : 0);
    }
  }

  private int copiesOf(String key) {
    return walk.copies(WalkModel.userOf(key), new ContactId(WalkModel.contactOf(key))).size();
  }

  private List<String> held(Run run) {
    if (run.status() != Run.Status.REMOVALS_HELD) {
      return List.of();
    }
    return walk
        .world
        .findRunPairs
        .list(Held.ADMIN_PERSON, run.runId(), Optional.empty())
        .value()
        .orElseThrow()
        .items()
        .stream()
        .map(removal -> WalkModel.key(removal.user().value(), removal.contact()))
        .toList();
  }
}
