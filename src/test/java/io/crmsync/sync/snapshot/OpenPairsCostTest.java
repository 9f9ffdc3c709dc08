package io.crmsync.sync.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R19: finding what a lost message left open costs as much as was queued, and nothing later. */
class OpenPairsCostTest {
  private static final int PAGES = 4; // of three contacts each

  private final World world = new World();

  @BeforeEach
  void twelveContactsOfTwoUsers() {
    world.user("u1");
    world.user("u2");
    IntStream.rangeClosed(11, 22)
        .forEach(i -> world.crm.put(People.person("c" + i, "Name", "u1", "u2")));
    night();
  }

  @Test
  void theNightAfterTheFirstAsksOnceAPageAndTheThirdNothing() {
    Map<String, Integer> second = night();
    assertThat(second).containsEntry("PairStore.unfinished", PAGES);
    assertThat(night()).doesNotContainKeys("PairStore.unfinished", "PairStore.find");
  }

  @Test
  void oneChangedContactCostsOneQuestionTheNextNight() {
    night();
    ContactId changed = new ContactId("c15");
    world.crm.put(People.position(world.crm.find(changed).orElseThrow(), "Boss"));
    assertThat(night()).doesNotContainKey("PairStore.unfinished");
    assertThat(night())
        .containsEntry("PairStore.unfinished", 1)
        .doesNotContainKey("PairStore.find");
    assertThat(night()).doesNotContainKeys("PairStore.unfinished", "RequestStore.find");
  }

  @Test
  void aRequestIsAskedForOnceAndThenClosed() {
    night();
    world.acceptNotice.accept(
        ApiWorld.application("crm", Role.ON_BEHALF), new TreeSet<>(List.of(new ContactId("c15"))));
    world.drain();
    assertThat(night())
        .containsEntry("RequestStore.close", 1)
        .containsEntry("RequestStore.find", 1);
    assertThat(night())
        .containsEntry("RequestStore.open", 1)
        .doesNotContainKeys("RequestStore.find", "RequestStore.results");
  }

  /** How often each port was called in it. */
  private Map<String, Integer> night() {
    Map<String, Integer> calls = new TreeMap<>();
    world.crashes.listen(call -> calls.merge(call, 1, Integer::sum));
    world.night();
    return calls;
  }
}
