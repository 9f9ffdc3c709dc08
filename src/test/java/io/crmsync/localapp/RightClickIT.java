package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.NeverHangs;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.localapp.waiting.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The right-click over HTTP, through the functions' annotations, into a mailbox and out again. */
@NeverHangs
class RightClickIT {
  /** She covers nobody in the sample. */
  private static final String MAILBOX = "ines.silva@example.org";

  private static final String SIGNED_IN = "Bearer local:" + MAILBOX;
  private static final ContactId CONTACT = new ContactId("c-001");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Landscape landscape;
  private static Nights nights;

  @BeforeAll
  static void aNight() {
    RunOptions options = RunOptions.of(new Properties());
    landscape = Landscape.start(options);
    ProgressView silent =
        new ProgressView(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    nights = new Nights(landscape, silent, options);
    assertThat(nights.next("first", false).converged()).isTrue();
  }

  @AfterAll
  static void end() {
    landscape.close();
  }

  @Test
  void putsAContactIntoTheCallersMailboxAndTakesItOutAgain() throws Exception {
    HttpResponse<String> asked = send(SIGNED_IN, post("{\"contactId\":\"" + CONTACT + "\"}"));
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(outcome(asked)).isEqualTo("created");
    assertThat(copiesOfInes()).isOne();

    HttpResponse<String> stopped = send(SIGNED_IN, request("sync-to-outlook/" + CONTACT).DELETE());
    assertThat(stopped.statusCode()).isEqualTo(202);
    assertThat(outcome(stopped)).isEqualTo("removed");
    assertThat(copiesOfInes()).isZero();
  }

  @Test
  void isRefusedWithoutACaller() throws Exception {
    assertThat(send("", post("{\"contactId\":\"c-001\"}")).statusCode()).isEqualTo(401);
    assertThat(send("Bearer stolen", post("{\"contactId\":\"c-001\"}")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void isRefusedToSomeoneWhoIsNoUserOfTheCrm() throws Exception {
    HttpResponse<String> answer =
        send("Bearer local:nobody@example.com", post("{\"contactId\":\"c-001\"}"));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void healthAnswersEveryone() throws Exception {
    assertThat(send("", request("health").GET()).statusCode()).isEqualTo(200);
  }

  @Test
  void whatToTryHasARealContactThatTheUserDoesNotHaveYet() {
    NightReport night = nights.next("again", false);
    assertThat(String.join("\n", TryIt.of(landscape, night)))
        .contains("curl -i -X POST -H 'Authorization: Bearer local:")
        .contains(landscape.functions().address() + "/api/sync-to-outlook")
        .contains("/_sim/contacts/")
        .contains("/_local/fire/NightlySync")
        .contains("/contactFolders/");
  }

  /** The request's one outcome, once it has ended. */
  private static String outcome(HttpResponse<String> accepted) throws Exception {
    String location = accepted.headers().firstValue("Location").orElseThrow();
    URI address = landscape.functions().address().resolve(location);
    JsonNode state = Eventually.answer(() -> state(address), now -> now.has("completedAt"));
    List<String> outcomes = new ArrayList<>();
    state.path("outcomes").fieldNames().forEachRemaining(outcomes::add);
    return String.join(",", outcomes);
  }

  private static JsonNode state(URI address) throws Exception {
    return Http.JSON.readTree(send(SIGNED_IN, HttpRequest.newBuilder(address).GET()).body());
  }

  private static int copiesOfInes() {
    return Copies.read(landscape.graph()).mailboxes().stream()
        .filter(mailbox -> mailbox.name().equals(MAILBOX))
        .mapToInt(mailbox -> mailbox.marks().getOrDefault(CONTACT.value(), 0))
        .sum();
  }

  private static HttpRequest.Builder post(String body) {
    return request("sync-to-outlook").POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(landscape.functions().address().resolve("/api/" + path));
  }

  private static HttpResponse<String> send(String authorization, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
