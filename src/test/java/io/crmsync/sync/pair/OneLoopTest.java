package io.crmsync.sync.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.sync.fakes.CallHook;
import io.crmsync.sync.fakes.FakeMailbox;
import io.crmsync.sync.fakes.MailboxCall;
import io.crmsync.sync.world.Crashes;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The way from a message to the request that it leads to is one that can be read: docs/adr/0023.
 */
@DisplayName("One loop")
class OneLoopTest {
  private static final int CALLS_AT_MOST = 8;

  private final World world = new World();

  @Test
  void aChangedFieldIsEightCallsAwayFromItsMessage() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    List<List<String>> ways = watch(MailboxCall.UPDATE);
    world.crm.put(People.position(People.person("c1", "Ada", "u1"), "Countess"));
    world.night();
    assertThat(ways)
        .hasSize(1)
        .allSatisfy(way -> assertThat(way).hasSizeLessThanOrEqualTo(CALLS_AT_MOST));
  }

  @Test
  void soIsARemoval() {
    world.user("u1");
    world.crm.put(People.person("c1", "Ada", "u1"));
    world.night();
    List<List<String>> ways = watch(MailboxCall.REMOVE);
    world.crm.put(People.person("c1", "Ada"));
    world.night();
    assertThat(ways)
        .hasSize(1)
        .allSatisfy(way -> assertThat(way).hasSizeLessThanOrEqualTo(CALLS_AT_MOST));
  }

  /** The use cases' calls above each request of this kind, from the loop on. */
  private List<List<String>> watch(MailboxCall kind) {
    List<List<String>> ways = new ArrayList<>();
    world.outlook.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox mailbox, MailboxCall call) {
            if (call == kind) {
              ways.add(way());
            }
          }
        });
    return ways;
  }

  private static List<String> way() {
    List<String> all =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .filter(OneLoopTest::isOfTheUseCases)
                        .toList());
    int loop = all.indexOf(ReconcilePair.class.getName() + ".reconcile");
    return all.subList(0, loop + 1);
  }

  private static boolean isOfTheUseCases(String frame) {
    return frame.startsWith("io.crmsync.sync.")
        && !frame.startsWith("io.crmsync.sync.fakes.")
        && !frame.startsWith(Crashes.class.getName())
        && !frame.startsWith(OneLoopTest.class.getName());
  }
}
