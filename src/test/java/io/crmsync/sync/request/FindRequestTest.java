package io.crmsync.sync.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Refusal.Category;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.world.Desk;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may see a request. */
class FindRequestTest {
  private static final Caller BACK_END = Desk.application("crm", Role.ON_BEHALF);

  private final World world = new World();
  private final Desk desk = new Desk(world);
  private String requestId = "";

  @BeforeEach
  void theBackEndAskedForU1() {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "First"));
    requestId =
        desk.requestSync
            .ask(BACK_END, "c1", Optional.of("u1"))
            .request()
            .orElseThrow()
            .request()
            .requestId();
  }

  @Test
  void whoMadeItAndWhomItConcernsAndAdminsSeeIt() {
    assertThat(sees(BACK_END)).isTrue();
    assertThat(sees(Desk.user("u1"))).isTrue();
    assertThat(sees(Desk.user("u2", Role.ADMIN))).isTrue();
    assertThat(sees(Desk.user("stranger", Role.ADMIN))).isTrue();
    assertThat(sees(Desk.application("x", Role.ADMIN))).isTrue();
  }

  @Test
  void toOthersItIsNoRequestAtAll() {
    Reply none = desk.findRequest.find(Desk.user("u2"), "r99");
    assertThat(none.refusal().map(Refusal::category)).contains(Category.NOT_FOUND);
    assertThat(desk.findRequest.find(Desk.user("u2"), requestId)).isEqualTo(none);
    assertThat(desk.findRequest.find(Desk.application("other", Role.ON_BEHALF), requestId))
        .isEqualTo(none);
    assertThat(desk.findRequest.find(Desk.user("u1"), "r' or 1")).isEqualTo(none);
  }

  @Test
  void strangersAreRefused() {
    assertThat(why(Desk.user("stranger"))).contains(Category.NOT_ALLOWED);
    assertThat(why(Desk.application("crm"))).contains(Category.NOT_ALLOWED);
  }

  private boolean sees(Caller caller) {
    return desk.findRequest.find(caller, requestId).request().isPresent();
  }

  private Optional<Category> why(Caller caller) {
    return desk.findRequest.find(caller, requestId).refusal().map(Refusal::category);
  }
}
