package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.functions.Principal;
import io.crmsync.functions.Sent;
import io.crmsync.sync.world.ApiWorld;
import io.crmsync.sync.world.PortCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A contact that view security hides from a user answers as one that does not exist: the same
 * status, the same bytes, and the same calls to storage, CRM and mailbox behind them.
 */
class HiddenContactsTest {
  private static final UserId U1 = new UserId("u1");
  private static final UserId U2 = new UserId("u2");
  private static final String ID = "x1";
  private static final String OLD_COPY = "c1";

  /** All operations that take a contact's id, or could tell of one. */
  private static final List<ApiOperation> OPERATIONS =
      List.of(
          ApiOperation.SYNC_TO_OUTLOOK,
          ApiOperation.STOP_SYNC_TO_OUTLOOK,
          ApiOperation.SYNC_SELECTED,
          ApiOperation.EXPLAIN,
          ApiOperation.PREVIEW_CONTACTS);

  /** What there is to be seen of an answer from outside, and what was done for it. */
  private record Seen(int status, String body, List<String> calls) {}

  static Stream<ViewSecurity> waysOfHiding() {
    return Stream.of(
        new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.of(U2), Set.of()),
        new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of()),
        new ViewSecurity(ViewSecurity.Scope.GROUP, Optional.empty(), Set.of(new GroupId("g2"))),
        new ViewSecurity(ViewSecurity.Scope.GROUP, Optional.empty(), Set.of(new GroupId("g9"))),
        new ViewSecurity(ViewSecurity.Scope.GROUP, Optional.empty(), Set.of()));
  }

  @ParameterizedTest
  @MethodSource("waysOfHiding")
  void hiddenIsAsAbsentInStatusBytesAndWork(ViewSecurity security) {
    List<Seen> absent = seen(api -> {});
    for (Set<UserId> team : List.of(Set.<UserId>of(), Set.of(U1), Set.of(U2), Set.of(U1, U2))) {
      for (Set<UserId> listed : List.of(Set.<UserId>of(), Set.of(U1))) {
        assertThat(seen(api -> api.addRestricted(ID, security, team, listed)))
            .as(team + " " + listed)
            .isEqualTo(absent);
      }
    }
  }

  /** With a copy that is still there, the work differs: there is something left to be removed. */
  @ParameterizedTest
  @MethodSource("waysOfHiding")
  void whatWasWithdrawnAndStillHasACopyIsAsAbsentInStatusAndBytes(ViewSecurity security) {
    ApiWorld api = ApiWorld.holdingRemovals();
    api.rightClick("u1", OLD_COPY);
    api.work();
    api.addRestricted(OLD_COPY, security, Set.of(U1), Set.of());
    api.night();
    for (ApiOperation operation : OPERATIONS) {
      if (operation != ApiOperation.PREVIEW_CONTACTS) {
        Sent withdrawn = call(api, operation, ApiSample.U1, OLD_COPY);
        Sent absent = call(api, operation, ApiSample.U1, "c9");
        assertThat(withdrawn.getStatusCode()).isEqualTo(absent.getStatusCode());
        assertThat(withoutRequestIds(withdrawn)).isEqualTo(withoutRequestIds(absent));
      }
    }
    assertThat(call(api, ApiOperation.PREVIEW_CONTACTS, ApiSample.U1, "").getBody().toString())
        .doesNotContain(OLD_COPY);
  }

  @Test
  void anAdminIsToldOfIt() {
    ApiWorld api =
        api(
            d ->
                d.addRestricted(
                    ID, waysOfHiding().findFirst().orElseThrow(), Set.of(U1), Set.of()));
    Sent told =
        new ApiFunctions(api)
            .call(ApiOperation.EXPLAIN, ApiRequest.by(ApiSample.ADMIN).forUser("u1").about(ID));
    assertThat(told.getStatusCode()).isEqualTo(200);
  }

  private static List<Seen> seen(Consumer<ApiWorld> contact) {
    List<Seen> all = new ArrayList<>();
    for (Principal caller : List.of(ApiSample.U1, ApiSample.BACK_END)) {
      for (ApiOperation operation : OPERATIONS) {
        PortCalls calls = new PortCalls();
        ApiWorld watched = api(contact).watched(calls);
        Sent answer = call(watched, operation, caller, ID);
        all.add(new Seen(answer.getStatusCode(), (String) answer.getBody(), calls.made()));
      }
    }
    return all;
  }

  private static Sent call(ApiWorld api, ApiOperation operation, Principal caller, String contact) {
    ApiRequest request = ApiRequest.by(caller).forUser("u1").about(contact);
    return new ApiFunctions(api)
        .call(
            operation,
            operation == ApiOperation.PREVIEW_CONTACTS ? request.with("q", "first") : request);
  }

  private static String withoutRequestIds(Sent answer) {
    return answer.getBody().toString().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  private static ApiWorld api(Consumer<ApiWorld> contact) {
    ApiWorld api = new ApiWorld();
    api.addUser("u1");
    api.addUser("u2");
    api.addGroup("g2", Set.of(U2));
    api.addPerson("c1", "u1");
    contact.accept(api);
    api.night();
    return api;
  }
}
