package io.crmsync.sync.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.RequestState;
import io.crmsync.sync.call.RequestState.Status;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.Crashes;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * R19, of change notices: the application is killed at every single call to the outside, before and
 * after it is carried out; the notice ends the same, without a night, and says when the last copy
 * was gone.
 */
class NoticeCrashTest {
  private static final Caller BACK_END = ApiWorld.application("crm", Role.ON_BEHALF);
  private static final NavigableSet<ContactId> NAMED = ids("c1", "c2", "c3", "c4");

  @Test
  void killedAnywhereTheNoticeEndsTheSame() {
    World undisturbed = prepared();
    undisturbed.crashes.never();
    List<Long> divisible = new ArrayList<>();
    long calls = tell(undisturbed, "undisturbed", divisible);
    assertThat(calls).isGreaterThan(50);
    assertThat(divisible).hasSizeGreaterThan(3);
    for (long at : divisible) {
      World within = prepared();
      within.crashes.within(at);
      tell(within, "within call " + at);
    }
    for (long at = 1; at <= calls; at++) {
      World before = prepared();
      before.crashes.before(at);
      tell(before, "before call " + at);
      World after = prepared();
      after.crashes.after(at);
      tell(after, "after call " + at);
    }
  }

  /** c1 is withdrawn from one and given to another, c2 is deleted, c3 changed, c4 is new. */
  private static World prepared() {
    World world = new World();
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.crm.put(People.person("c2", "Ben", "u1", "u2"));
    world.crm.put(People.person("c3", "Cem", "u2"));
    world.night();
    world.crm.put(People.team(world.crm.find(new ContactId("c1")).orElseThrow(), "u2"));
    world.crm.delete(new ContactId("c2"));
    world.crm.put(People.position(world.crm.find(new ContactId("c3")).orElseThrow(), "Boss"));
    world.crm.put(People.person("c4", "Dan", "u1"));
    return world;
  }

  private static long tell(World world, String where) {
    return tell(world, where, new ArrayList<>());
  }

  /** Gives the number of calls to the outside, and which of them can be killed half way. */
  private static long tell(World world, String where, List<Long> divisible) {
    Optional<RequestState> first = told(world);
    RequestState accepted = first.or(() -> told(world)).orElseThrow();
    world.drain();
    long calls = world.crashes.calls();
    divisible.addAll(world.crashes.divisible());
    world.crashes.never();
    assertThat(world.copies("u1", "c1")).as(where).isEmpty();
    assertThat(world.copies("u2", "c1")).as(where).hasSize(1);
    assertThat(world.copies("u1", "c2")).as(where).isEmpty();
    assertThat(world.copies("u2", "c2")).as(where).isEmpty();
    assertThat(world.copy("u2", "c3").plainValue(Field.POSITION)).as(where).isEqualTo("Boss");
    assertThat(world.copies("u1", "c4")).as(where).hasSize(1);
    assertThat(world.due.range(Optional.empty(), Optional.empty())).as(where).isEmpty();
    RequestState end =
        world.findRequest.find(BACK_END, accepted.request().requestId()).request().orElseThrow();
    assertThat(end.status()).as(where).isEqualTo(Status.SUCCEEDED);
    if (first.isEmpty()) {
      return calls; // told twice: the two share the pairs between them
    }
    assertThat(end.total()).as(where).isEqualTo(6);
    assertThat(end.outcomes()).as(where).contains(Map.entry(Outcome.REMOVED, 3));
    assertThat(end.lastRemovalAt()).as(where).isPresent();
    return calls;
  }

  /** Empty: killed meanwhile; whoever gets no answer asks again. */
  private static Optional<RequestState> told(World world) {
    try {
      return world.acceptNotice.accept(BACK_END, NAMED).request();
    } catch (Crashes.Killed e) {
      world.restart();
      return Optional.empty();
    }
  }

  private static NavigableSet<ContactId> ids(String... ids) {
    return new TreeSet<>(List.of(ids).stream().map(ContactId::new).toList());
  }
}
