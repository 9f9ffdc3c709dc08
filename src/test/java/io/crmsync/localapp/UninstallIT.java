package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.NeverHangs;
import io.crmsync.adapters.storage.TableContactStore;
import io.crmsync.adapters.storage.TablePairStore;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.domain.version.Versioned;
import io.crmsync.localapp.waiting.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walks through the mailboxes over HTTP: a full run that sweeps, then an uninstall. */
@NeverHangs
class UninstallIT {
  private static final String ADMIN = "Bearer local:ines.silva@example.org:Sync.Admin";
  private static final ContactId STRAY = new ContactId("c-001");
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
  void strayCopiesAreSweptThenEverythingIsTakenOut() throws Exception {
    long strays = copiesOf(STRAY.value());
    assertThat(strays).isPositive();
    loseRows();
    send(
        HttpRequest.newBuilder(landscape.crm().resolve("/_sim/contacts/" + STRAY)).DELETE(),
        200,
        204);

    JsonNode full = awaitEnd(start("full"), "removalsHeld");
    assertThat(full.path("strayCopies").asLong()).isEqualTo(strays);
    assertThat(full.path("startedBy").asText()).isNotEmpty();
    JsonNode held = api("runs/" + full.path("runId").asText() + "/pairs").path("items");
    assertThat(held).hasSize((int) strays);
    assertThat(held)
        .allSatisfy(pair -> assertThat(pair.path("reason").asText()).isEqualTo("strayCopy"));
    release(full);
    awaitEnd(full, "removalsReleased");
    Eventually.until(() -> copiesOf(STRAY.value()) == 0);

    long all = copies();
    JsonNode uninstall = awaitEnd(start("uninstall"), "removalsHeld");
    assertThat(uninstall.path("markedCopies").asLong()).isEqualTo(all);
    assertThat(copies()).isEqualTo(all);
    JsonNode first = api("runs/" + uninstall.path("runId").asText() + "/pairs");
    assertThat(first.path("items").path(0).path("reason").asText()).isEqualTo("uninstall");
    release(uninstall);
    String path = "runs/" + uninstall.path("runId").asText();
    JsonNode done =
        Eventually.answer(() -> api(path), run -> run.path("copiesRemoved").asLong() >= all);
    assertThat(copies()).isZero();
    assertThat(done.path("decidedBy").asText()).isNotEmpty();

    landscape.functions().fire("NightlySync");
    assertThat(api("runs").path("items").path(0).path("runId")).isEqualTo(done.path("runId"));
  }

  /** As if somebody had damaged the tables. */
  private static void loseRows() {
    TableContactStore contacts = new TableContactStore(landscape.storage());
    TablePairStore pairs = new TablePairStore(landscape.storage());
    Versioned<StoredContact> row = contacts.find(STRAY).orElseThrow();
    row.value().audience().forEach(user -> pairs.delete(pairs.find(new PairId(user, STRAY))));
    contacts.delete(STRAY, row.version());
  }

  private static JsonNode start(String mode) throws Exception {
    return send(post("runs", "{\"mode\":\"" + mode + "\"}"), 202);
  }

  private static void release(JsonNode run) throws Exception {
    send(post("runs/" + run.path("runId").asText() + "/release", ""), 202);
  }

  private static JsonNode awaitEnd(JsonNode run, String status) throws Exception {
    String path = "runs/" + run.path("runId").asText();
    return Eventually.answer(() -> api(path), now -> hasCome(status, now));
  }

  private static boolean hasCome(String status, JsonNode run) {
    assertThat(run.path("status").asText()).isNotEqualTo("failed");
    return run.path("status").asText().equals(status);
  }

  private static long copies() {
    return Copies.read(landscape.graph()).mailboxes().stream()
        .flatMap(mailbox -> mailbox.marks().values().stream())
        .mapToLong(Integer::longValue)
        .sum();
  }

  private static long copiesOf(String contact) {
    return Copies.read(landscape.graph()).mailboxes().stream()
        .mapToLong(mailbox -> mailbox.marks().getOrDefault(contact, 0))
        .sum();
  }

  private static JsonNode api(String path) throws Exception {
    return send(HttpRequest.newBuilder(address(path)).GET(), 200);
  }

  private static HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(address(path)).POST(BodyPublishers.ofString(body));
  }

  private static URI address(String path) {
    return landscape.functions().address().resolve("/api/" + path);
  }

  private static JsonNode send(HttpRequest.Builder request, Integer... expected)
      throws IOException, InterruptedException {
    var answer =
        CLIENT.send(request.header("Authorization", ADMIN).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isIn((Object[]) expected);
    return answer.body().isEmpty() ? Http.JSON.nullNode() : Http.JSON.readTree(answer.body());
  }
}
