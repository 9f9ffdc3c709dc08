package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.contracts.ApiSchema;
import io.crmsync.domain.contact.UserId;
import io.crmsync.functions.Platform;
import io.crmsync.functions.Principal;
import io.crmsync.functions.Sent;
import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.sync.world.ApiWorld;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /api/contact-changes} over fakes, as the platform calls it. */
class ContactChangesHttpTest {
  private static final Principal BACK_END = Principal.application("Sync.OnBehalf");
  private static final ApiSchema API = ApiSchema.httpApi();
  private static final String ONE = "{\"contactIds\":[\"c1\"]}";

  private final Platform platform = new Platform();
  private final ApiWorld api = new ApiWorld();
  private final HttpMiddleware middleware =
      new HttpMiddleware(
          () -> new CallerSettings(true, Optional.of(Principal.TENANT)), Clock.systemUTC());
  private final ContactChanges contactChanges =
      new ContactChanges(middleware, () -> api.acceptNotice);
  private final GetSyncRequest getSyncRequest =
      new GetSyncRequest(middleware, () -> api.findRequest);

  @BeforeEach
  void aSmallCrm() {
    api.addUser("u1");
    api.addPerson("c1", "u1");
  }

  @Test
  void aNoticeIsAcceptedAndFollowedToItsEndWhereLocationSays() {
    Sent accepted = tell(BACK_END, "{\"contactIds\":[\"c1\",\"c1\",\"c9\"]}");
    assertThat(accepted.getStatusCode()).isEqualTo(202);
    assertThat(API.validate(accepted.json(), "contactChanges", 202)).isEmpty();
    assertThat(accepted.json().path("kind").asText()).isEqualTo("contactChanges");
    assertThat(accepted.json().path("status").asText()).isEqualTo("queued");
    assertThat(accepted.json().has("userId")).isFalse();
    String requestId = accepted.json().path("requestId").asText();
    assertThat(accepted.getHeader("Location")).isEqualTo("/api/sync-requests/" + requestId);

    api.work();
    Sent state = state(BACK_END, requestId);
    assertThat(API.validate(state.json(), "getSyncRequest", 200)).isEmpty();
    assertThat(state.json().path("status").asText()).isEqualTo("succeeded");
    assertThat(state.json().path("pairs").path("total").asInt()).isEqualTo(1);
    assertThat(state.json().path("outcomes").path("created").asInt()).isEqualTo(1);
    assertThat(state.json().has("completedAt")).isTrue();
  }

  @Test
  void aNoticeThatReadsNoGroupsSaysThatWithdrawalsWait() {
    api.addGroup("g1", Set.of(new UserId("u1")));
    api.night();
    String before = tell(BACK_END, ONE).json().path("requestId").asText();
    api.work();
    assertThat(state(BACK_END, before).json().has("withdrawalsWaiting")).isFalse();

    api.dropGroup("g1");
    String requestId = tell(BACK_END, ONE).json().path("requestId").asText();
    api.work();

    Sent state = state(BACK_END, requestId);
    assertThat(API.validate(state.json(), "getSyncRequest", 200)).isEmpty();
    assertThat(state.json().path("withdrawalsWaiting").asBoolean()).isTrue();
    assertThat(state.json().path("status").asText()).isEqualTo("succeeded");
    assertThat(state.json().path("reason").asText()).startsWith("removalHeld: ");
  }

  @Test
  void onlyABackEndWithTheRoleIsHeard() {
    assertThat(tell(Map.of(), ONE).getStatusCode()).isEqualTo(401);
    assertThat(tell(Principal.user("u1@example.com"), ONE).getStatusCode()).isEqualTo(403);
    assertThat(
            tell(Principal.user("u1@example.com").with("roles", "Sync.OnBehalf"), ONE)
                .getStatusCode())
        .isEqualTo(403);
    assertThat(tell(Principal.user("eve@example.com"), ONE).getStatusCode()).isEqualTo(403);
    assertThat(tell(Principal.ofTenant(), ONE).getStatusCode()).isEqualTo(403);
    assertThat(tell(Principal.application("Sync.Admin"), ONE).getStatusCode()).isEqualTo(403);
    assertThat(tell(BACK_END, ONE).getStatusCode()).isEqualTo(202);
  }

  @Test
  void usersDoNotSeeTheBackEndsRequestAndAdminsDo() {
    String requestId = tell(BACK_END, ONE).json().path("requestId").asText();
    api.work();
    assertThat(state(Principal.user("u1@example.com"), requestId).getStatusCode()).isEqualTo(404);
    assertThat(state(Principal.application("Sync.Admin"), requestId).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void aBadBodyIsToldFieldByField() {
    assertError("{}", "contactIds", "is required");
    assertError("{\"contactIds\":[]}", "contactIds", "must be a list of 1 to 1000 ids");
    assertError("{\"contactIds\":\"c1\"}", "contactIds", "must be a list of 1 to 1000 ids");
    assertError(ids(1001), "contactIds", "must be a list of 1 to 1000 ids");
    assertError("{\"contactIds\":[\"c1\",7]}", "contactIds[1]", "must be a string");
    assertError("{\"contactIds\":[null]}", "contactIds[0]", "must be a string");
    assertError(
        "{\"contactIds\":[\"c1\",\"c 2\"]}",
        "contactIds[1]",
        "must match ^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$");
    assertError("{\"contactIds\":[\"c1\"],\"more\":1}", "more", "is not known");
    assertError("[]", "", "must be a JSON object of at most 1048576 bytes");
  }

  @Test
  void aThousandLongIdsAreAccepted() {
    assertThat(tell(BACK_END, ids(1000)).getStatusCode()).isEqualTo(202);
  }

  private void assertError(String body, String field, String rule) {
    Sent answer = tell(BACK_END, body);
    assertThat(answer.getStatusCode()).as(body).isEqualTo(400);
    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("errors")).hasSize(1);
    assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo(field);
    assertThat(answer.json().path("errors").path(0).path("rule").asText()).isEqualTo(rule);
  }

  /** As long as ids may be. */
  private static String ids(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + "x".repeat(123) + "%05d".formatted(i) + "\"")
        .collect(Collectors.joining(",", "{\"contactIds\":[", "]}"));
  }

  private Sent tell(Principal caller, String body) {
    return tell(Map.of("X-MS-CLIENT-PRINCIPAL", caller.header()), body);
  }

  private Sent tell(Map<String, String> headers, String body) {
    return (Sent)
        contactChanges.run(
            Platform.request(headers, Map.of(), Optional.of(body)), platform.context());
  }

  private Sent state(Principal caller, String requestId) {
    return (Sent)
        getSyncRequest.run(
            Platform.request(caller, Map.of(), Optional.empty()), requestId, platform.context());
  }
}
