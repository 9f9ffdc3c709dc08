package io.crmsync.sync.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.call.ViewerAccess;
import io.crmsync.sync.port.JobQueue.Lane;
import io.crmsync.sync.preview.PreviewContacts;
import io.crmsync.sync.preview.PreviewState;
import io.crmsync.sync.world.Held;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nights of a walk, disturbed ones and quiet ones, and what must hold after them. */
final class WalkNights {
  private static final Set<PreviewState> SETTLED =
      EnumSet.of(
          PreviewState.UP_TO_DATE, PreviewState.NOT_ACTIONABLE, PreviewState.REMOVED_IN_OUTLOOK);

  private final Walk walk;
  private final WalkDisturbance disturbance;
  private Optional<WalkOutlook> outlook = Optional.empty();

  WalkNights(Walk walk) {
    this.walk = walk;
    this.disturbance = new WalkDisturbance(walk);
  }

  /** Whose own contacts must stay untouched. */
  void watch(WalkOutlook users) {
    outlook = Optional.of(users);
  }

  /** Does something while faults strike. */
  void disturbed(Runnable work) {
    disturbance.during(work);
  }

  /** A disturbed night; then quiet ones, after which everything is as the rules say. */
  void converge() {
    walk.tell("night");
    walk.world.clock.forward(Duration.ofMinutes(11)); // nothing is believed of a folder for longer
    disturbed(walk.world::night);
    walk.world.drain();
    quietNights();
    walk.crm.keySet().forEach(id -> Walk.USERS.forEach(user -> tellModel(user, id)));
    compare();
    outlook.ifPresent(users -> WalkBounds.keep(walk, users));
  }

  private void tellModel(String user, ContactId id) {
    walk.model.night(
        user,
        !walk.inactive.contains(user),
        walk.contact(id),
        walk.gone.contains(id),
        walk.listed.contains(WalkModel.key(user, id)));
  }

  boolean entitled(String user, ContactId id) {
    return walk.model.entitled(
        user,
        !walk.inactive.contains(user),
        walk.contact(id),
        walk.gone.contains(id),
        walk.listed.contains(WalkModel.key(user, id)));
  }

  /** What a disturbed night left is made up for; then nothing more is to be done. */
  private void quietNights() {
    // What was refused is tried again after one night, then after 2, 4 and 7 days (R19).
    int nights = disturbance.refused() ? 16 : 4;
    for (int i = 0; i < nights; i++) {
      releaseIfShrunk(walk.world.night());
    }
    walk.world.outlook.forgetCalls();
    Run quiet = walk.world.night();
    assertThat(quiet.status()).isEqualTo(Run.Status.COMPLETED);
    assertThat(walk.world.outlook.calls()).as("requests when nothing changed").isZero();
    for (Lane lane : Lane.values()) {
      assertThat(walk.world.queue.pairs(lane).messages()).as("messages").isEmpty();
    }
  }

  /** R18 (b): the walk's CRM did lose more than half, and an admin says so, once. */
  private void releaseIfShrunk(Run run) {
    if (run.error().startsWith("fewer than half")) {
      walk.world.decideRemovals.release(Held.ADMIN_PERSON, run.runId());
      walk.world.drain();
    }
  }

  private void compare() {
    for (ContactId id : walk.crm.keySet()) {
      for (String user : Walk.USERS) {
        String key = WalkModel.key(user, id);
        List<OutlookContact> copies = walk.copies(user, id);
        walk.model.settle(key, walk.contact(id), positions(copies));
        compare(key, copies);
      }
    }
    for (var mailbox : walk.former) {
      assertThat(mailbox.contacts()).as("left behind").allMatch(copy -> copy.mark().isEmpty());
    }
    assertThat(outlook.map(WalkOutlook::touched).orElse(List.of())).as("own contacts").isEmpty();
    previewAgrees();
  }

  private void compare(String key, List<OutlookContact> copies) {
    Optional<WalkModel.Copy> wanted = Optional.ofNullable(walk.model.copies().get(key));
    assertThat(copies).as("copies of " + key).hasSize(wanted.isPresent() ? 1 : 0);
    wanted.ifPresent(
        copy -> {
          assertThat(positions(copies)).as(key).containsExactly(copy.position);
          WalkAddresses.check(key, copy.email, copies.get(0), walk.rewrites);
        });
  }

  private static List<String> positions(List<OutlookContact> copies) {
    return copies.stream().map(copy -> copy.plainValue(Field.POSITION)).toList();
  }

  /** Somebody who asks is told that there is nothing left to do. */
  private void previewAgrees() {
    String user = walk.anyUser();
    if (walk.inactive.contains(user)) {
      return;
    }
    var criteria = new PreviewContacts.Criteria("", Optional.empty(), Optional.empty(), 500);
    var page = walk.world.previewContacts.preview(walk.caller(user), ViewerAccess.ME, criteria);
    assertThat(page.value().orElseThrow().counts().keySet()).as("preview").isSubsetOf(SETTLED);
  }
}
