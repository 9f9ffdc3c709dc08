package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import io.crmsync.contracts.ApiSchema;
import io.crmsync.functions.Platform;
import io.crmsync.functions.Principal;
import io.crmsync.functions.Sent;
import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.sync.world.ApiWorld;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything under /runs and /mailboxes, over fakes, as the platform calls it. */
class RunFunctionsTest {
  private static final Principal ADMIN =
      Principal.user("boss@example.com").with("roles", "Sync.Admin");
  private static final ApiSchema API = ApiSchema.httpApi();

  private final Platform platform = new Platform();
  private final ApiWorld api = ApiWorld.holdingRemovals();
  private final String runId = api.latestRun();
  private final HttpMiddleware middleware =
      new HttpMiddleware(
          () -> new CallerSettings(true, Optional.of(Principal.TENANT)), Clock.systemUTC());

  /** What can be asked for. */
  private enum Operation {
    LIST_RUNS,
    GET_RUN,
    LIST_RUN_PAIRS,
    START_RUN,
    RELEASE_REMOVALS,
    DISCARD_REMOVALS,
    LIST_MAILBOXES
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsRefused(Operation operation) {
    assertProblem(call(operation, Platform.request(Map.of(), Map.of(), Optional.empty())), 401);
  }

  @ParameterizedTest
  @EnumSource
  void whoIsNoAdminIsRefusedWhateverIsAskedFor(Operation operation) {
    for (Principal caller :
        List.of(
            Principal.user("u1@example.com"),
            Principal.user("eve@example.com"),
            Principal.user("u1@example.com").with("roles", "Sync.OnBehalf"),
            Principal.ofTenant(),
            Principal.application("Sync.OnBehalf"))) {
      assertProblem(ask(operation, caller, Map.of(), ""), 403);
      assertProblem(ask(operation, caller, Map.of("state", "x", "after", "x"), "no JSON"), 403);
    }
    assertThat(api.latestRun()).isEqualTo(runId);
    assertThat(get(runId).path("status").asText()).isEqualTo("removalsHeld");
  }

  @ParameterizedTest
  @EnumSource
  void anAdminIsAnswered(Operation operation) {
    answered(operation, true);
  }

  @ParameterizedTest
  @EnumSource
  void soIsAnApplicationWithTheRole(Operation operation) {
    answered(operation, false);
  }

  private void answered(Operation operation, boolean person) {
    int expected =
        switch (operation) {
          case LIST_RUNS, GET_RUN, LIST_RUN_PAIRS, LIST_MAILBOXES -> 200;
          case START_RUN, RELEASE_REMOVALS, DISCARD_REMOVALS -> 202;
        };
    Principal caller = person ? ADMIN : Principal.application("Sync.Admin");
    assertThat(ask(operation, caller, Map.of(), "").getStatusCode()).isEqualTo(expected);
  }

  @Test
  void runsAreListedNewestFirstAndEachIsFound() {
    JsonNode listed = ask(Operation.LIST_RUNS, ADMIN, Map.of(), "").json();
    assertThat(listed.path("items")).hasSize(2);
    listed.path("items").forEach(RunFunctionsTest::assertRun);
    assertThat(listed.path("items").path(0).path("runId").asText()).isEqualTo(runId);
    assertThat(listed.has("next")).isFalse();
    JsonNode rest = ask(Operation.LIST_RUNS, ADMIN, Map.of("after", runId), "").json();
    assertThat(rest.path("items")).containsExactly(listed.path("items").path(1));
    assertThat(get(runId)).isEqualTo(listed.path("items").path(0));
  }

  @Test
  void aRunTellsWhatItCountedAndWhyItHolds() {
    JsonNode run = get(runId);
    assertRun(run);
    assertThat(run.path("mode").asText()).isEqualTo("changes");
    assertThat(run.path("contactsRead").asInt()).isEqualTo(3);
    assertThat(run.path("removalsHeld").asInt()).isEqualTo(2);
    assertThat(run.path("error").asText()).contains("SYNC_REMOVAL_LIMIT");
    assertThat(run.has("finishedAt")).isTrue();
  }

  @Test
  void contactsThatAreNotActionableAreCountedByReason() {
    api.addOrganisation("c7");
    ask(Operation.START_RUN, ADMIN, Map.of(), "");
    api.work();
    JsonNode run = get(api.latestRun());
    assertRun(run);
    assertThat(run.path("notActionable").path("otherKind").asInt()).isEqualTo(1);
  }

  @Test
  void aRunThatIsNotThereIsNotFound() {
    for (Operation operation :
        List.of(
            Operation.GET_RUN,
            Operation.LIST_RUN_PAIRS,
            Operation.RELEASE_REMOVALS,
            Operation.DISCARD_REMOVALS)) {
      assertProblem(call(operation, request(ADMIN, Map.of(), ""), "r9"), 404);
    }
  }

  @Test
  void anUninstallIsStartedLikeAnyRunAndSaysWhoStartedIt() {
    api.work();
    Sent started = ask(Operation.START_RUN, ADMIN, Map.of(), "{\"mode\":\"unmark\"}");
    assertThat(started.json().path("mode").asText()).isEqualTo("unmark");
    assertThat(started.json().path("startedBy").asText()).isNotEmpty();
    api.work();
    String run = api.latestRun();
    JsonNode held = call(Operation.GET_RUN, request(ADMIN, Map.of(), ""), run).json();
    assertThat(held.path("status").asText()).isEqualTo("removalsHeld");
    assertThat(held.path("markedCopies").asInt()).isEqualTo(3);
    assertThat(held.path("mailboxesVisited").asInt()).isOne();
  }

  @Test
  void aRunIsStartedAndASecondOneIsInTheWay() {
    Sent started = ask(Operation.START_RUN, ADMIN, Map.of(), "{\"mode\":\"full\"}");
    assertThat(started.getStatusCode()).isEqualTo(202);
    assertRun(started.json());
    assertThat(started.json().path("mode").asText()).isEqualTo("full");
    assertThat(started.json().path("status").asText()).isEqualTo("running");
    assertThat(started.getHeader("Location"))
        .isEqualTo("/api/runs/" + started.json().path("runId").asText());
    assertProblem(ask(Operation.START_RUN, ADMIN, Map.of(), ""), 409);
    assertThat(API.validate(started.json(), "startRun", 202)).isEmpty();
  }

  @Test
  void changesIsWhatIsMeantIfNoModeIsNamed() {
    assertThat(ask(Operation.START_RUN, ADMIN, Map.of(), "{}").json().path("mode").asText())
        .isEqualTo("changes");
  }

  @Test
  void aBadModeIsToldByField() {
    for (String body :
        List.of(
            "{\"mode\":\"all\"}",
            "{\"mode\":7}",
            "{\"mode\":\"full\",\"more\":1}",
            "[]",
            "no JSON")) {
      Sent answer = ask(Operation.START_RUN, ADMIN, Map.of(), body);
      assertProblem(answer, 400);
      assertThat(answer.json().path("errors")).as(body).hasSize(1);
    }
    assertThat(api.latestRun()).isEqualTo(runId);
  }

  @Test
  void aDryRunIsStartedAndItsReportIsListed() {
    Sent started = ask(Operation.START_RUN, ADMIN, Map.of(), "{\"mode\":\"dryRun\"}");
    assertThat(started.getStatusCode()).isEqualTo(202);
    assertThat(started.json().path("mode").asText()).isEqualTo("dryRun");
    assertProblem(ask(Operation.START_RUN, ADMIN, Map.of(), ""), 409);
    api.work();
    String dryRun = started.json().path("runId").asText();
    JsonNode run = get(dryRun);
    assertRun(run);
    assertThat(run.path("status").asText()).isEqualTo("completed");
    assertThat(run.path("removalsHeld").asInt()).isEqualTo(2);
    assertThat(run.path("error").asText()).contains("SYNC_REMOVAL_LIMIT");
    assertThat(run.path("planned").toString()).isEqualTo("{\"remove\":2}");
    assertThat(get(runId).path("status").asText()).isEqualTo("removalsHeld");

    JsonNode report = call(Operation.LIST_RUN_PAIRS, request(ADMIN, Map.of(), ""), dryRun).json();
    assertThat(report.path("items")).hasSize(2);
    assertThat(report.path("items").path(0).toString())
        .isEqualTo(
            "{\"userId\":\"u1\",\"contactId\":\"c1\",\"action\":\"remove\",\"fields\":[],"
                + "\"reason\":\"notCovered\"}");
    assertThat(report.has("next")).isFalse();
    JsonNode rest =
        call(Operation.LIST_RUN_PAIRS, request(ADMIN, Map.of("after", "u1/c1"), ""), dryRun).json();
    assertThat(rest.path("items")).containsExactly(report.path("items").path(1));
    for (String after : List.of("u1", "u1/", "/c1", "u1/c1/x", "u 1/c1")) {
      assertProblem(
          call(Operation.LIST_RUN_PAIRS, request(ADMIN, Map.of("after", after), ""), dryRun), 400);
    }
    for (Operation decision : List.of(Operation.RELEASE_REMOVALS, Operation.DISCARD_REMOVALS)) {
      assertProblem(call(decision, request(ADMIN, Map.of(), ""), dryRun), 409);
    }
  }

  @Test
  void theReportNamesTheFieldsThatWouldBeWrittenAndNoValues() {
    api.addPerson("c8", "u1");
    ask(Operation.START_RUN, ADMIN, Map.of(), "{\"mode\":\"dryRun\"}");
    api.work();
    JsonNode items =
        call(
                Operation.LIST_RUN_PAIRS,
                request(ADMIN, Map.of("after", "u1/c2"), ""),
                api.latestRun())
            .json()
            .path("items");
    assertThat(items).hasSize(1);
    JsonNode created = items.path(0);
    assertThat(created.path("action").asText()).isEqualTo("create");
    assertThat(created.path("reason").asText()).isEmpty();
    assertThat(created.path("fields").toString()).contains("\"email\"", "\"lastName\"");
    assertThat(created.toString()).doesNotContain("@");
  }

  @Test
  void whatARunHoldsIsListedAndReleased() {
    JsonNode held = ask(Operation.LIST_RUN_PAIRS, ADMIN, Map.of(), "").json();
    assertThat(held.path("items")).hasSize(2);
    JsonNode first = held.path("items").path(0);
    assertThat(first.toString())
        .isEqualTo(
            "{\"userId\":\"u1\",\"contactId\":\"c1\",\"action\":\"remove\",\"fields\":[],\"reason\":\"notCovered\"}");
    JsonNode rest = ask(Operation.LIST_RUN_PAIRS, ADMIN, Map.of("after", "c1/u1"), "").json();
    assertThat(rest.path("items")).containsExactly(held.path("items").path(1));

    Sent released = ask(Operation.RELEASE_REMOVALS, ADMIN, Map.of(), "");
    assertThat(released.getStatusCode()).isEqualTo(202);
    assertRun(released.json());
    assertThat(released.getHeader("Location")).isEqualTo("/api/runs/" + runId);
    api.work();
    assertThat(get(runId).path("status").asText()).isEqualTo("removalsReleased");
    assertThat(ask(Operation.LIST_RUN_PAIRS, ADMIN, Map.of(), "").json().path("items")).isEmpty();
    assertProblem(ask(Operation.RELEASE_REMOVALS, ADMIN, Map.of(), ""), 409);
    assertProblem(ask(Operation.DISCARD_REMOVALS, ADMIN, Map.of(), ""), 409);
  }

  @Test
  void whatARunHoldsIsDiscarded() {
    assertRun(ask(Operation.DISCARD_REMOVALS, ADMIN, Map.of(), "").json());
    api.work();
    assertThat(get(runId).path("status").asText()).isEqualTo("removalsDiscarded");
    assertProblem(ask(Operation.DISCARD_REMOVALS, ADMIN, Map.of(), ""), 409);
  }

  @Test
  void aPlaceThatNoPageGaveIsRefused() {
    assertProblem(ask(Operation.LIST_RUN_PAIRS, ADMIN, Map.of("after", "c1"), ""), 400);
  }

  /** Nothing tries again there: only the CRM can end it. */
  @Test
  void aMailboxOfTwoUsersHasNoNextTry() {
    api.shareMailbox("u1", "u2");
    api.night();
    JsonNode items = ask(Operation.LIST_MAILBOXES, ADMIN, Map.of(), "").json().path("items");
    assertThat(items).isNotEmpty();
    for (JsonNode item : items) {
      assertThat(item.path("reason").asText()).isEqualTo("mailboxTwice");
      assertThat(item.has("since")).isTrue();
      assertThat(item.has("nextTry")).isFalse();
    }
  }

  @Test
  void parkedMailboxesAreListedByUserWithoutTheirAddresses() {
    api.addUser("u2");
    api.addPerson("c8", "u2");
    api.loseMailbox("u2");
    ask(Operation.START_RUN, ADMIN, Map.of(), "");
    api.work();
    Sent answer = ask(Operation.LIST_MAILBOXES, ADMIN, Map.of("state", "parked"), "");
    assertThat(answer.getBody().toString()).doesNotContain("@");
    JsonNode items = answer.json().path("items");
    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("userId").asText()).isEqualTo("u2");
    assertThat(items.path(0).path("state").asText()).isEqualTo("parked");
    assertThat(items.path(0).path("reason").asText()).isEqualTo("mailboxMissing");
    assertThat(items.path(0).path("pairs").asInt()).isZero();
    assertThat(items.path(0).has("since")).isTrue();
    assertThat(items.path(0).has("nextTry")).isTrue();
    JsonNode all = ask(Operation.LIST_MAILBOXES, ADMIN, Map.of(), "").json().path("items");
    assertThat(all).hasSize(2);
    assertThat(all.path(0).toString())
        .isEqualTo("{\"userId\":\"u1\",\"state\":\"ok\",\"pairs\":3}");
    assertThat(
            ask(Operation.LIST_MAILBOXES, ADMIN, Map.of("after", "u1", "state", "ok"), "")
                .json()
                .path("items"))
        .isEmpty();
  }

  @Test
  void aStateThatMailboxesDoNotHaveIsToldByParameter() {
    Sent answer = ask(Operation.LIST_MAILBOXES, ADMIN, Map.of("state", "lost"), "");
    assertProblem(answer, 400);
    assertThat(answer.json().path("errors").path(0).path("rule").asText())
        .isEqualTo("must be one of ok, parked");
  }

  private JsonNode get(String id) {
    JsonNode run = call(Operation.GET_RUN, request(ADMIN, Map.of(), ""), id).json();
    assertThat(API.validate(run, "getRun", 200)).isEmpty();
    return run;
  }

  private static void assertRun(JsonNode run) {
    assertThat(API.validate(run, "Run")).isEmpty();
  }

  private Sent ask(Operation operation, Principal caller, Map<String, String> query, String body) {
    return call(operation, request(caller, query, body));
  }

  private static HttpRequestMessage<Optional<String>> request(
      Principal caller, Map<String, String> query, String body) {
    return Platform.request(caller, query, Optional.of(body).filter(text -> !text.isEmpty()));
  }

  private Sent call(Operation operation, HttpRequestMessage<Optional<String>> request) {
    return call(operation, request, runId);
  }

  private Sent call(Operation operation, HttpRequestMessage<Optional<String>> request, String id) {
    HttpResponseMessage answer =
        switch (operation) {
          case LIST_RUNS ->
              new ListRuns(middleware, () -> api.findRuns).run(request, platform.context());
          case GET_RUN ->
              new GetRun(middleware, () -> api.findRuns).run(request, id, platform.context());
          case LIST_RUN_PAIRS ->
              new ListRunPairs(middleware, () -> api.findRunPairs)
                  .run(request, id, platform.context());
          case START_RUN ->
              new StartRunNow(middleware, () -> api.startRun).run(request, platform.context());
          case RELEASE_REMOVALS ->
              new HeldRemovals(middleware, () -> api.decideRemovals)
                  .release(request, id, platform.context());
          case DISCARD_REMOVALS ->
              new HeldRemovals(middleware, () -> api.decideRemovals)
                  .discard(request, id, platform.context());
          case LIST_MAILBOXES ->
              new ListMailboxes(middleware, () -> api.findMailboxes)
                  .run(request, platform.context());
        };
    return (Sent) answer;
  }

  private static void assertProblem(Sent answer, int status) {
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("detail").asText()).isNotBlank();
  }
}
