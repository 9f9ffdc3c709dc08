package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.contracts.ApiSchema;
import io.crmsync.functions.Platform;
import io.crmsync.functions.Principal;
import io.crmsync.functions.Sent;
import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.sync.world.ApiWorld;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Preview, selection and explanation over fakes, as the platform calls them. */
class UserContactsFunctionsTest {
  private static final Principal U1 = Principal.user("u1@example.com");
  private static final ApiSchema API = ApiSchema.httpApi();

  private final Platform platform = new Platform();
  private final ApiWorld api = new ApiWorld();
  private final HttpMiddleware middleware =
      new HttpMiddleware(
          () -> new CallerSettings(true, Optional.of(Principal.TENANT)), Clock.systemUTC());
  private final ListPreview preview = new ListPreview(middleware, () -> api.previewContacts);
  private final SyncSelection select = new SyncSelection(middleware, () -> api.syncSelected);
  private final Explain explain = new Explain(middleware, () -> api.explainPair);

  @BeforeEach
  void aSmallCrm() {
    api.addUser("u1");
    api.addUser("u2");
    api.addPerson("c1", "u1");
    api.addPerson("c2", "u1");
    api.addPerson("d1", "u2");
    api.night();
  }

  @Test
  void aPreviewIsAsTheContractSays() {
    Sent answer = preview(U1, "me", Map.of());
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(API.validate(answer.json(), "previewContacts", 200)).isEmpty();
    assertThat(answer.json().path("items")).hasSize(2);
    assertThat(answer.json().at("/items/0/state").asText()).isEqualTo("upToDate");
    assertThat(answer.json().at("/items/0/fullName").asText()).isEqualTo("First Sample");
    assertThat(answer.json().at("/counts/upToDate").asInt()).isEqualTo(2);
    assertThat(answer.json().has("next")).isFalse();
  }

  @Test
  void aPreviewNamesTheFieldsThatWouldBeWritten() {
    api.changePosition("c1", "Boss");
    Sent answer = preview(U1, "u1", Map.of("state", "update"));
    assertThat(API.validate(answer.json(), "previewContacts", 200)).isEmpty();
    assertThat(answer.json().path("items")).hasSize(1);
    assertThat(answer.json().at("/items/0/changes/position").asText()).isEqualTo("Boss");
    assertThat(answer.json().at("/counts/upToDate").asInt()).isEqualTo(1);
  }

  @Test
  void pagesFollowOneAnother() {
    Sent first = preview(U1, "me", Map.of("limit", "1", "q", "first"));
    assertThat(API.validate(first.json(), "previewContacts", 200)).isEmpty();
    assertThat(first.json().path("next").asText()).isEqualTo("c1");
    Sent last = preview(U1, "me", Map.of("limit", "1", "after", "c1"));
    assertThat(last.json().at("/items/0/contactId").asText()).isEqualTo("c2");
    assertThat(last.json().has("next")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "limit,0",
    "limit,501",
    "limit,-1",
    "limit,x",
    "limit,''",
    "limit,99999999999",
    "limit,1.5",
    "state,nonsense",
    "state,NEW",
    "state,''",
    "after,no id!",
    "after,''"
  })
  void aParameterThatBreaksItsRuleIsTold(String name, String value) {
    Sent answer = preview(U1, "me", Map.of(name, value));
    assertProblem(answer, 400);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(name);
  }

  @Test
  void aPartMayBeAHundredCharactersLong() {
    assertThat(preview(U1, "me", Map.of("q", "😀".repeat(100))).getStatusCode()).isEqualTo(200);
    assertProblem(preview(U1, "me", Map.of("q", "x".repeat(101))), 400);
  }

  @Test
  void aBadParameterTellsNothingToNobody() {
    Sent answer =
        (Sent)
            preview.run(
                Platform.request(Map.of(), Map.of("limit", "0"), Optional.empty()),
                "u1",
                platform.context());
    assertProblem(answer, 401);
  }

  @ParameterizedTest
  @CsvSource({
    // caller, user in the path, reading, selecting
    "nobody, me, 401, 401",
    "nobody, u1, 401, 401",
    "u1, me, 200, 202",
    "u1, u1, 200, 202",
    "u1, u2, 403, 403",
    "u1, u9, 403, 403",
    "stranger, me, 403, 403",
    "stranger, u1, 403, 403",
    "app, u1, 403, 403",
    "app, me, 403, 403",
    "onBehalf, u1, 200, 202",
    "onBehalf, u9, 404, 404",
    "onBehalf, me, 403, 403",
    "adminApp, u1, 200, 403",
    "adminApp, u9, 404, 403",
    "adminUser, u1, 200, 403",
    "adminUser, me, 200, 202",
    "adminUser, u9, 404, 403"
  })
  void everyCallerGetsWhatTheContractGrants(
      String caller, String user, int reading, int selecting) {
    Map<String, String> headers = headers(caller);
    String contact = caller.equals("adminUser") && user.equals("me") ? "d1" : "c1";
    Sent read =
        (Sent)
            preview.run(
                Platform.request(headers, Map.of(), Optional.empty()), user, platform.context());
    Sent explained =
        (Sent)
            explain.run(
                Platform.request(headers, Map.of(), Optional.empty()),
                user,
                contact,
                platform.context());
    Sent selected =
        (Sent)
            select.run(
                Platform.request(headers, Map.of(), Optional.of("{\"contactIds\":[\"c1\"]}")),
                user,
                platform.context());
    assertThat(read.getStatusCode()).isEqualTo(reading);
    assertThat(explained.getStatusCode()).isEqualTo(reading);
    assertThat(selected.getStatusCode()).isEqualTo(selecting);
  }

  @Test
  void aSelectionIsAcceptedAndItsStateIsFoundWhereLocationSays() {
    Sent answer = select(U1, "me", "{\"contactIds\":[\"c1\",\"c1\",\"d1\"]}");
    assertThat(answer.getStatusCode()).isEqualTo(202);
    assertThat(API.validate(answer.json(), "syncSelected", 202)).isEmpty();
    assertThat(answer.json().path("kind").asText()).isEqualTo("selection");
    assertThat(answer.json().path("userId").asText()).isEqualTo("u1");
    assertThat(answer.json().at("/pairs/total").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/pairs/failed").asInt()).isEqualTo(1);
    assertThat(answer.getHeader("Location"))
        .isEqualTo("/api/sync-requests/" + answer.json().path("requestId").asText());
  }

  @Test
  void allThatWaitsCanBeSelected() {
    api.changePosition("c1", "Boss");
    Sent answer = select(U1, "me", "{\"all\":true}");
    assertThat(API.validate(answer.json(), "syncSelected", 202)).isEmpty();
    assertThat(answer.json().at("/pairs/total").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"all\":false}",
        "{\"all\":true,\"contactIds\":[\"c1\"]}",
        "{\"all\":\"true\"}",
        "{\"contactIds\":\"c1\"}",
        "{\"contactIds\":null}",
        "{\"contactIds\":[7]}",
        "{\"contactIds\":[\"no id!\"]}",
        "{\"contactIds\":[\"c1\"],\"more\":1}"
      })
  void aBadBodyIsTold(String body) {
    assertProblem(select(U1, "me", body), 400);
  }

  @Test
  void aThousandAreTheMost() {
    assertThat(select(U1, "me", bodyOf(1_000)).getStatusCode()).isEqualTo(202);
    assertProblem(select(U1, "me", bodyOf(1_001)), 400);
  }

  @Test
  void anExplanationNamesDecisionAndRules() {
    Sent answer = explain(U1, "me", "c1");
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(API.validate(answer.json(), "explain", 200)).isEmpty();
    assertThat(answer.json().path("decision").asText()).isEqualTo("upToDate");
    assertThat(answer.json().path("steps")).hasSizeGreaterThan(10);
    answer
        .json()
        .path("steps")
        .forEach(
            step -> {
              assertThat(step.path("rule").asText()).matches("R[0-9]+");
              assertThat(step.path("outcome").asText()).isNotBlank();
              assertThat(step.path("detail").asText()).isNotBlank();
            });
    assertThat(answer.json().at("/lastWritten/fields").toString()).contains("firstName");
    assertThat(answer.json().at("/lastWritten/at").asText()).endsWith("Z");
  }

  @Test
  void aHiddenContactAnswersExactlyAsNone() {
    api.hide("c1");
    Sent hidden = explain(U1, "me", "c1");
    Sent none = explain(U1, "me", "c9");
    assertProblem(hidden, 404);
    assertThat(hidden.getBody()).isEqualTo(none.getBody());
    assertThat(preview(U1, "me", Map.of()).json().path("items")).hasSize(1);
    assertThat(explain(Principal.application("Sync.Admin"), "u1", "c1").getStatusCode())
        .isEqualTo(200);
  }

  private static String bodyOf(int ids) {
    return IntStream.range(0, ids)
        .mapToObj(i -> "\"" + "c".repeat(120) + i + "\"")
        .collect(Collectors.joining(",", "{\"contactIds\":[", "]}"));
  }

  private static Map<String, String> headers(String caller) {
    Optional<Principal> principal =
        switch (caller) {
          case "u1" -> Optional.of(U1);
          case "stranger" -> Optional.of(Principal.user("eve@example.com"));
          case "app" -> Optional.of(Principal.ofTenant());
          case "onBehalf" -> Optional.of(Principal.application("Sync.OnBehalf"));
          case "adminApp" -> Optional.of(Principal.application("Sync.Admin"));
          case "adminUser" ->
              Optional.of(Principal.user("u2@example.com").with("roles", "Sync.Admin"));
          default -> Optional.empty();
        };
    return principal.map(known -> Map.of("X-MS-CLIENT-PRINCIPAL", known.header())).orElse(Map.of());
  }

  private Sent preview(Principal caller, String user, Map<String, String> query) {
    return (Sent)
        preview.run(Platform.request(caller, query, Optional.empty()), user, platform.context());
  }

  private Sent select(Principal caller, String user, String body) {
    return (Sent)
        select.run(
            Platform.request(caller, Map.of(), Optional.of(body).filter(text -> !text.isEmpty())),
            user,
            platform.context());
  }

  private Sent explain(Principal caller, String user, String contact) {
    return (Sent)
        explain.run(
            Platform.request(caller, Map.of(), Optional.empty()),
            user,
            contact,
            platform.context());
  }

  private static void assertProblem(Sent answer, int status) {
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("detail").asText()).isNotBlank();
  }
}
