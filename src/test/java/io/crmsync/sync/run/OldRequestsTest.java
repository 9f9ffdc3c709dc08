package io.crmsync.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests, their results and what users chose are kept for 30 days, and then forgotten. */
class OldRequestsTest {
  private static final Caller BACK_END = ApiWorld.application("crm", Role.ON_BEHALF);
  private static final Caller USER = ApiWorld.user("u1");

  private final World world = new World();

  @BeforeEach
  void aUserWithTwoContacts() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.crm.put(People.person("c2", "Ada", "u1"));
    world.night();
  }

  @Test
  void aRequestOfAnyKindIsThereFor30DaysAndThenNoMore() {
    List<String> requests = List.of(selection("c1", "d9"), rightClick(), notice());
    world.drain();
    world.clock.forward(Duration.ofDays(29));
    world.night();
    assertThat(requests).allMatch(this::found);

    world.clock.forward(Duration.ofDays(2));
    String young = selection("c2");
    world.night();
    assertThat(requests).noneMatch(this::found);
    assertThat(requests).allSatisfy(id -> assertThat(world.requests.results(id)).isEmpty());
    assertThat(found(young)).isTrue();
    assertThat(world.requests.ids()).containsExactly(young);
  }

  @Test
  void whatWasNeverAnsweredIsForgottenTooAndNotSentAgain() {
    world.queue.lose(number -> true);
    String lost = selection("c1");
    world.queue.lose(number -> false);
    world.clock.forward(Duration.ofDays(31));
    world.night();
    assertThat(found(lost)).isFalse();
    assertThat(world.requests.open()).isEmpty();
  }

  @Test
  void oneNightForgetsAThousandAndTheNextOnesTheRest() {
    IntStream.range(0, 1_001).forEach(i -> selection("unknown" + i));
    world.clock.forward(Duration.ofDays(31));
    world.night();
    assertThat(world.requests.ids()).hasSize(1);
    world.night();
    assertThat(world.requests.ids()).isEmpty();
  }

  @Test
  void aNightAsksOnceWhetherThereAreOldOnes() {
    selection("c1");
    world.drain();
    Map<String, Integer> calls = new TreeMap<>();
    world.crashes.listen(call -> calls.merge(call, 1, Integer::sum));
    world.night();
    assertThat(calls).containsEntry("RequestStore.forget", 1);
  }

  private boolean found(String id) {
    return world.findRequest.find(ApiWorld.user("u1", Role.ADMIN), id).request().isPresent();
  }

  private String selection(String... contacts) {
    Set<ContactId> chosen = new TreeSet<>(Stream.of(contacts).map(ContactId::new).toList());
    return id(world.syncSelected.these(USER, "me", chosen));
  }

  private String rightClick() {
    return id(world.requestSync.ask(USER, "c1", Optional.empty()));
  }

  private String notice() {
    return id(world.acceptNotice.accept(BACK_END, new TreeSet<>(Set.of(new ContactId("c2")))));
  }

  private static String id(Reply reply) {
    return reply.request().orElseThrow().request().requestId();
  }
}
