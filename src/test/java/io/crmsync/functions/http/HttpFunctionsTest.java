package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpResponseMessage;
import io.crmsync.contracts.ApiSchema;
import io.crmsync.functions.Platform;
import io.crmsync.functions.Principal;
import io.crmsync.functions.Sent;
import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.functions.settings.Settings;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.StaleWrite;
import io.crmsync.sync.port.StorageUnavailable;
import io.crmsync.sync.world.ApiWorld;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The HTTP functions over fakes, as the platform calls them. */
class HttpFunctionsTest {
  private static final Principal U1 = Principal.user("u1@example.com");
  private static final Principal BACK_END = Principal.application("Sync.OnBehalf");
  private static final ApiSchema API = ApiSchema.httpApi();

  private final Platform platform = new Platform();
  private final ApiWorld api = new ApiWorld();
  private Supplier<CallerSettings> settings =
      () -> new CallerSettings(true, Optional.of(Principal.TENANT));
  private final HttpMiddleware middleware =
      new HttpMiddleware(() -> settings.get(), Clock.systemUTC());
  private final SyncToOutlook syncToOutlook = new SyncToOutlook(middleware, () -> api.requestSync);
  private final StopSyncToOutlook stop = new StopSyncToOutlook(middleware, () -> api.stopSync);
  private final GetSyncRequest getSyncRequest =
      new GetSyncRequest(middleware, () -> api.findRequest);

  @BeforeEach
  void aSmallCrm() {
    api.addUser("u1");
    api.addUser("u2");
    api.addPerson("c1");
    api.addOrganisation("c2");
  }

  @Test
  void theRightClickIsAcceptedAndItsStateIsFoundWhereLocationSays() {
    Sent accepted = ask(U1, "{\"contactId\":\"c1\"}");
    assertThat(accepted.getStatusCode()).isEqualTo(202);
    assertThat(accepted.getHeader("Content-Type")).isEqualTo("application/json");
    String requestId = accepted.json().path("requestId").asText();
    assertThat(accepted.getHeader("Location")).isEqualTo("/api/sync-requests/" + requestId);
    assertThat(API.validate(accepted.json(), "syncToOutlook", 202)).isEmpty();
    assertThat(accepted.json().path("status").asText()).isEqualTo("queued");
    api.work();
    Sent state = state(U1, requestId);
    assertThat(state.getStatusCode()).isEqualTo(200);
    assertThat(API.validate(state.json(), "getSyncRequest", 200)).isEmpty();
    assertThat(state.json().path("status").asText()).isEqualTo("succeeded");
    assertThat(state.json().path("pairs").path("done").asInt()).isEqualTo(1);
    assertThat(state.json().has("completedAt")).isTrue();
  }

  @Test
  void theStopIsAcceptedAndTellsWhenTheCopyWasGone() {
    ask(U1, "{\"contactId\":\"c1\"}");
    api.work();
    Sent stopped = stop(U1, "c1", Map.of());
    assertThat(stopped.getStatusCode()).isEqualTo(202);
    assertThat(API.validate(stopped.json(), "stopSyncToOutlook", 202)).isEmpty();
    api.work();
    Sent state = state(U1, stopped.json().path("requestId").asText());
    assertThat(API.validate(state.json(), "getSyncRequest", 200)).isEmpty();
    assertThat(state.json().path("outcomes").path("removed").asInt()).isEqualTo(1);
    assertThat(state.json().has("lastRemovalAt")).isTrue();
  }

  @Test
  void theBackEndNamesTheUser() {
    assertThat(ask(BACK_END, "{\"contactId\":\"c1\",\"userId\":\"u2\"}").getStatusCode())
        .isEqualTo(202);
    assertThat(stop(BACK_END, "c1", Map.of("userId", "u2")).getStatusCode()).isEqualTo(202);
  }

  @Test
  void withoutAValidCallerNothingIsDone() {
    assertProblem(sync(Map.of(), "{\"contactId\":\"c1\"}"), 401, "Unauthorized");
    settings = () -> new CallerSettings(false, Optional.of(Principal.TENANT));
    assertProblem(ask(U1, "{\"contactId\":\"c1\"}"), 401, "Unauthorized");
    assertProblem(state(U1, "r1"), 401, "Unauthorized");
    assertProblem(stop(U1, "c1", Map.of()), 401, "Unauthorized");
  }

  @Test
  void aCallerWhoIsNotAllowedIsTold() {
    assertProblem(ask(U1, "{\"contactId\":\"c1\",\"userId\":\"u2\"}"), 403, "Forbidden");
    assertProblem(
        ask(Principal.user("eve@example.com"), "{\"contactId\":\"c1\"}"), 403, "Forbidden");
    assertProblem(ask(Principal.ofTenant(), "{\"contactId\":\"c1\"}"), 403, "Forbidden");
    assertProblem(ask(Principal.empty().with("upn", "u1@example.com"), "{}"), 403, "Forbidden");
    assertProblem(
        ask(Principal.user("u1@example.com").with("acct", "1"), "{\"contactId\":\"c1\"}"),
        403,
        "Forbidden");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertProblem(ask(U1, "{\"contactId\":\"c9\"}"), 404, "Not Found");
    assertProblem(stop(U1, "c1", Map.of()), 404, "Not Found");
    assertProblem(state(U1, "r9"), 404, "Not Found");
    assertProblem(ask(BACK_END, "{\"contactId\":\"c1\",\"userId\":\"u9\"}"), 404, "Not Found");
  }

  @Test
  void whatCannotBeSynchronisedIsToldWithTheReason() {
    Sent answer = ask(U1, "{\"contactId\":\"c2\"}");
    assertProblem(answer, 422, "Unprocessable Content");
    assertThat(answer.json().path("detail").asText()).startsWith("otherKind: ");
  }

  @Test
  void aBadBodyIsToldFieldByField() {
    Sent answer = ask(U1, "{\"userId\":7,\"more\":true}");
    assertProblem(answer, 400, "Bad Request");
    assertThat(answer.json().path("errors")).hasSize(3);
    assertProblem(ask(Principal.user("u1@example.com"), ""), 400, "Bad Request");
    assertProblem(ask(BACK_END, "{\"contactId\":\"c1\"}"), 400, "Bad Request");
  }

  @Test
  void whatCannotBeReachedIsForLater() {
    assertLater(new CrmUnavailable("x", Optional.of(Duration.ofMillis(6_200))), "7");
    assertLater(new CrmUnavailable("x", Optional.of(Duration.ZERO)), "1");
    assertLater(new CrmUnavailable("x", Optional.empty()), "30");
    assertLater(new CrmBroken("contacts: status 302"), "30");
    assertLater(new StorageUnavailable("x", new IllegalStateException("secret")), "30");
    assertLater(new StaleWrite("pair u1 c1"), "2");
  }

  @Test
  void theUnexpectedIsLoggedWithoutItsMessageAndAnsweredWithoutDetails() {
    Sent answer = failing(new IllegalStateException("Secretname <ada@example.com>"));
    assertProblem(answer, 500, "Internal Server Error");
    assertThat(answer.getBody().toString()).doesNotContain("Secretname");
    assertThat(platform.logged())
        .filteredOn(line -> !line.startsWith(AuditLine.MARK))
        .singleElement()
        .asString()
        .startsWith("TheFunction: java.lang.IllegalStateException at ")
        .contains("HttpFunctionsTest.java:")
        .doesNotContain("Secretname");
  }

  @Test
  void aBadSettingIsLoggedByNameAndFailsTheCall() {
    settings = () -> Settings.of(Map.of()).caller();
    assertProblem(state(U1, "r1"), 500, "Internal Server Error");
    assertThat(platform.logged())
        .singleElement()
        .asString()
        .contains("setting SYNC_SCHEDULE is missing");
  }

  /** The CRM is asked before anything is written; storage may fail half-way. */
  @Test
  void onlyWhereItIsKnownIsNothingSaidToBeQueued() {
    assertThat(failing(new CrmUnavailable("x", Optional.empty())).getBody().toString())
        .contains("Nothing was queued.");
    assertThat(failing(new CrmBroken("x")).getBody().toString()).contains("Nothing was queued.");
    StorageUnavailable storage = new StorageUnavailable("x", new IllegalStateException());
    for (RuntimeException halfWay : List.of(storage, new StaleWrite("pair u1 c1"))) {
      assertThat(failing(halfWay).getBody().toString())
          .contains("repeating is harmless")
          .doesNotContain("queued");
    }
  }

  @Test
  void healthAnswersAnyoneAndTellsNothingElse() {
    Sent answer = (Sent) new Health().run(Platform.request(Map.of(), Map.of(), Optional.empty()));
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).isEqualTo("{\"status\":\"ok\"}");
  }

  private void assertLater(RuntimeException failure, String seconds) {
    Sent answer = failing(failure);
    assertProblem(answer, 503, "Service Unavailable");
    assertThat(answer.getHeader("Retry-After")).isEqualTo(seconds);
  }

  private Sent failing(RuntimeException failure) {
    SyncToOutlook broken =
        new SyncToOutlook(
            middleware,
            () -> {
              throw failure;
            });
    return (Sent)
        broken.run(
            Platform.request(
                Principal.user("u1@example.com"), Map.of(), Optional.of("{\"contactId\":\"c1\"}")),
            platform.context());
  }

  private Sent ask(Principal caller, String body) {
    return sync(Map.of("X-MS-CLIENT-PRINCIPAL", caller.header()), body);
  }

  private Sent sync(Map<String, String> headers, String body) {
    return (Sent)
        syncToOutlook.run(
            Platform.request(headers, Map.of(), Optional.of(body).filter(text -> !text.isEmpty())),
            platform.context());
  }

  private Sent stop(Principal caller, String contactId, Map<String, String> query) {
    HttpResponseMessage answer =
        stop.run(Platform.request(caller, query, Optional.empty()), contactId, platform.context());
    return (Sent) answer;
  }

  private Sent state(Principal caller, String requestId) {
    HttpResponseMessage answer =
        getSyncRequest.run(
            Platform.request(caller, Map.of(), Optional.empty()), requestId, platform.context());
    return (Sent) answer;
  }

  private static void assertProblem(Sent answer, int status, String title) {
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("type").asText()).isEqualTo("about:blank");
    assertThat(answer.json().path("title").asText()).isEqualTo(title);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("detail").asText()).isNotBlank();
  }
}
