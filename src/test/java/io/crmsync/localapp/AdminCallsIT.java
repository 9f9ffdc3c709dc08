package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.NeverHangs;
import io.crmsync.contracts.ApiSchema;
import io.crmsync.localapp.waiting.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an admin does over HTTP, through the functions' annotations, queues and tables. */
@NeverHangs
class AdminCallsIT {
  private static final String ADMIN = "Bearer local:ines.silva@example.org:Sync.Admin";
  private static final String USER = "Bearer local:ines.silva@example.org";
  private static final String GONE = "c-001";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Landscape landscape;

  @BeforeAll
  static void aNight() {
    Properties holdingEverything = new Properties();
    holdingEverything.setProperty("settings", "SYNC_REMOVAL_LIMIT=0");
    RunOptions options = RunOptions.of(holdingEverything);
    landscape = Landscape.start(options);
    ProgressView silent =
        new ProgressView(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    assertThat(new Nights(landscape, silent, options).next("first", false).converged()).isTrue();
  }

  @AfterAll
  static void end() {
    landscape.close();
  }

  @Test
  void aRunIsStartedItsRemovalsAreListedAndReleased() throws Exception {
    int copies = copies();
    assertThat(copies).isPositive();
    delete(GONE);

    String run = json(send(ADMIN, post("runs", ""), 202)).path("runId").asText();
    awaitStatus(run, "removalsHeld");
    JsonNode held = json(send(ADMIN, get("runs/" + run + "/pairs"), 200)).path("items");
    assertThat(held).hasSize(copies);
    assertThat(held.path(0).path("contactId").asText()).isEqualTo(GONE);
    assertThat(copies()).isEqualTo(copies);

    send(ADMIN, post("runs/" + run + "/release", ""), 202);
    awaitStatus(run, "removalsReleased");
    Eventually.until(() -> copies() == 0);
    send(ADMIN, post("runs/" + run + "/discard", ""), 409);

    String full =
        json(send(ADMIN, post("runs", "{\"mode\":\"full\"}"), 202)).path("runId").asText();
    JsonNode done = awaitStatus(full, "completed");
    assertThat(done.path("pairsQueued").asInt()).isPositive();
    assertThat(done.path("contactsChanged").asInt()).isZero();
    JsonNode listed = json(send(ADMIN, get("runs"), 200)).path("items");
    assertThat(listed).hasSize(3);
    assertThat(listed.path(0)).isEqualTo(done);
    assertThat(json(send(ADMIN, get("mailboxes"), 200)).path("items")).isNotEmpty();
  }

  @Test
  void nothingOfItIsForOthers() throws Exception {
    for (String path : new String[] {"runs", "runs/x", "runs/x/pairs", "mailboxes"}) {
      send(USER, get(path), 403);
      send("", get(path), 401);
    }
    for (String path : new String[] {"runs", "runs/x/release", "runs/x/discard"}) {
      send(USER, post(path, ""), 403);
      send("", post(path, ""), 401);
    }
  }

  private static JsonNode awaitStatus(String run, String status) throws Exception {
    return Eventually.answer(
        () -> json(send(ADMIN, get("runs/" + run), 200)), now -> hasCome(status, now));
  }

  private static boolean hasCome(String status, JsonNode run) {
    assertThat(ApiSchema.httpApi().validate(run, "Run")).isEmpty();
    assertThat(run.path("status").asText()).isNotEqualTo("failed");
    return run.path("status").asText().equals(status);
  }

  private static int copies() {
    return Copies.read(landscape.graph()).mailboxes().stream()
        .mapToInt(mailbox -> mailbox.marks().getOrDefault(GONE, 0))
        .sum();
  }

  private static void delete(String contact) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(landscape.crm().resolve("/_sim/contacts/" + contact))
            .DELETE()
            .build();
    assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isLessThan(300);
  }

  private static HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(landscape.functions().address().resolve("/api/" + path)).GET();
  }

  private static HttpRequest.Builder post(String path, String body) {
    return get(path).POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(
      String authorization, HttpRequest.Builder request, int expected)
      throws IOException, InterruptedException {
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
    return answer;
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Http.JSON.readTree(answer.body());
  }
}
