package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.functions.Principal;
import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.functions.signin.SignIn;
import io.crmsync.functions.wire.Headers;
import io.crmsync.functions.wire.Json;
import io.crmsync.sync.call.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLineTest {
  @Test
  void aLineSaysWhoDidWhatToWhomAndWhatBecameOfIt() throws IOException {
    assertThat(line("u-17", Principal.OID).toString())
        .isEqualTo(
            "{\"operation\":\"SyncSelected\",\"caller\":\""
                + Principal.OID
                + "\",\"callerKind\":\"application\",\"user\":\"u-17\",\"id\":\"r-1\",\"outcome\":202}");
  }

  @Test
  void whatWasFoundGoesBeforeWhatWasSent() throws IOException {
    Answer answer = accepted().telling(AuditFacts.NONE.user("u-2"));
    assertThat(json(Operation.SYNC_SELECTED.ofUser("me"), signedIn(Principal.OID), answer))
        .hasToString(line("u-2", Principal.OID).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u1\naudit {\"operation\":\"Forged\"}",
        "u1\r\naudit {}",
        "u1\u2028audit {}",
        "u1\",\"outcome\":200,\"x\":\"",
        "someone@example.com",
        "Some One",
        ""
      })
  void nobodyForgesALineOrHasAnAddressWrittenIntoOne(String hostile) throws IOException {
    JsonNode line = line(hostile, hostile);
    assertThat(line.path("user").asText()).isEqualTo("(no id)");
    assertThat(line.path("caller").asText()).isEqualTo("(no id)");
    assertThat(line.path("outcome").asInt()).isEqualTo(202);
  }

  @Test
  void aLineIsOfBoundedLength() {
    String longest = "u".repeat(128);
    String tooLong = "u".repeat(1_000_000);
    assertThat(text(longest).length()).isLessThan(400);
    assertThat(text(tooLong)).contains("(no id)").doesNotContain("uuu");
  }

  @Test
  void whoOfAnotherTenantIsTurnedAwayIsNamedByObjectId() {
    SignIn signIn = new SignIn(new CallerSettings(true, Optional.of(Principal.TENANT)));
    Principal stranger =
        Principal.empty()
            .with("tid", Principal.OID)
            .with("oid", Principal.OID)
            .with("upn", "a@b.c");
    SignIn.Result turnedAway = signIn.of(new Headers(stranger.headers()));
    Answer answer = Answer.of(Problem.of(403, "The caller is of another tenant."));
    assertThat(AuditLine.of(Operation.LIST_RUNS.asked(), turnedAway, answer))
        .contains(
            "audit {\"operation\":\"ListRuns\",\"caller\":\""
                + Principal.OID
                + "\",\"outcome\":403,\"reason\":\"The caller is of another tenant.\"}");
  }

  @Test
  void thePageForAdminsTellsAndAsksForEveryField() throws IOException {
    OperationCall asked =
        new OperationCall(Operation.START_RUN, AuditFacts.NONE.user("u").id("r").mode("uninstall"));
    Answer refused = Answer.of(Problem.of(403, "This needs the app role Sync.Admin."));
    String page = Files.readString(Path.of("docs/supervision.md"));
    List<String> fields = new ArrayList<>();
    json(asked, signedIn(Principal.OID), refused).fieldNames().forEachRemaining(fields::add);
    assertThat(fields)
        .hasSize(8)
        .allSatisfy(field -> assertThat(page).contains("`" + field + "`", "line." + field + ")"));
  }

  private static JsonNode line(String userId, String objectId) throws IOException {
    return json(Operation.SYNC_SELECTED.ofUser(userId), signedIn(objectId), accepted());
  }

  private static String text(String userId) {
    return AuditLine.of(Operation.SYNC_SELECTED.ofUser(userId), signedIn(Principal.OID), accepted())
        .orElseThrow();
  }

  private static JsonNode json(OperationCall asked, SignIn.Result by, Answer answer)
      throws IOException {
    String line = AuditLine.of(asked, by, answer).orElseThrow();
    assertThat(line).startsWith(AuditLine.MARK).doesNotContain("\n", "\r", "\u2028");
    return Json.MAPPER.readTree(line.substring(AuditLine.MARK.length()));
  }

  private static Answer accepted() {
    return Answer.of(202, Json.MAPPER.createObjectNode()).telling(AuditFacts.NONE.id("r-1"));
  }

  private static SignIn.Result signedIn(String objectId) {
    Caller caller =
        new Caller(Caller.Kind.APPLICATION, Optional.of(objectId), Optional.empty(), Set.of());
    return new SignIn.Result(Optional.of(caller), Optional.empty(), Optional.of(objectId));
  }
}
