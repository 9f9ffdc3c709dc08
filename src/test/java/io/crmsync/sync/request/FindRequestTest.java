package io.crmsync.sync.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Caller.Role;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.Refusal.Category;
import io.crmsync.sync.call.Reply;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may see a request. */
class FindRequestTest {
  private static final Caller BACK_END = ApiWorld.application("crm", Role.ON_BEHALF);

  private final World world = new World();
  private final ApiWorld api = new ApiWorld(world);
  private String requestId = "";

  @BeforeEach
  void theBackEndAskedForU1() {
    world.user("u1");
    world.user("u2");
    world.crm.put(People.person("c1", "First"));
    requestId =
        api.requestSync
            .ask(BACK_END, "c1", Optional.of("u1"))
            .request()
            .orElseThrow()
            .request()
            .requestId();
  }

  @Test
  void whoMadeItAndWhomItConcernsAndAdminsSeeIt() {
    assertThat(sees(BACK_END)).isTrue();
    assertThat(sees(ApiWorld.user("u1"))).isTrue();
    assertThat(sees(ApiWorld.user("u2", Role.ADMIN))).isTrue();
    assertThat(sees(ApiWorld.user("stranger", Role.ADMIN))).isTrue();
    assertThat(sees(ApiWorld.application("x", Role.ADMIN))).isTrue();
  }

  @Test
  void toOthersItIsNoRequestAtAll() {
    Reply none = api.findRequest.find(ApiWorld.user("u2"), "r99");
    assertThat(none.refusal().map(Refusal::category)).contains(Category.NOT_FOUND);
    assertThat(api.findRequest.find(ApiWorld.user("u2"), requestId)).isEqualTo(none);
    assertThat(api.findRequest.find(ApiWorld.application("other", Role.ON_BEHALF), requestId))
        .isEqualTo(none);
    assertThat(api.findRequest.find(ApiWorld.user("u1"), "r' or 1")).isEqualTo(none);
  }

  @Test
  void strangersAreRefused() {
    assertThat(why(ApiWorld.user("stranger"))).contains(Category.NOT_ALLOWED);
    assertThat(why(ApiWorld.application("crm"))).contains(Category.NOT_ALLOWED);
  }

  private boolean sees(Caller caller) {
    return api.findRequest.find(caller, requestId).request().isPresent();
  }

  private Optional<Category> why(Caller caller) {
    return api.findRequest.find(caller, requestId).refusal().map(Refusal::category);
  }
}
