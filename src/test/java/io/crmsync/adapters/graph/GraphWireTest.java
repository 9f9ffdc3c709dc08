package io.crmsync.adapters.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.simulators.graph.Fault;
import io.crmsync.simulators.graph.FaultEffect;
import io.crmsync.simulators.graph.FaultRule;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxBusy.Cause;
import io.crmsync.sync.port.MailboxRefused;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphWireTest {
  private static final FolderId FOLDER = new FolderId("f");

  @Test
  void everyAttemptAsksForLastingIdsUnderAnIdOfItsOwnAndWithoutAToken() {
    try (RawServer server = RawServer.json(200, "{\"id\":\"x\"}")) {
      server.mailbox().defaultFolder();
      server.mailbox().defaultFolder();
      assertThat(server.asked)
          .extracting(h -> h.getFirst("Prefer"))
          .containsOnly("IdType=\"ImmutableId\"");
      assertThat(server.asked)
          .extracting(h -> h.getFirst("client-request-id"))
          .doesNotHaveDuplicates()
          .allMatch(id -> id.length() == 36);
      assertThat(server.asked).noneMatch((Headers h) -> h.containsKey("Authorization"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"id\":", "<html>", "{}", "", "{\"id\":\"x\"", "{\"id\":{\"no\":\"text\"}}"})
  void aGoodStatusWithABadBodyIsAnUnknownOutcome(String body) {
    try (RawServer server = RawServer.json(201, body)) {
      assertThat(busy(() -> server.mailbox().create(FOLDER, GraphTest.ADA)).kind())
          .isEqualTo(Cause.OUTCOME_UNKNOWN);
    }
  }

  @Test
  void anOddItemOfAFolderIsSkippedAndStopsNobody() {
    String items =
        """
        {"value":[
          {"id":"a","parentFolderId":"f","createdDateTime":"2026-01-01T00:00:00Z"},
          {"id":"b","parentFolderId":"f"},
          {"id":"c","createdDateTime":"2026-01-01T00:00:00Z"},
          {"parentFolderId":"f","createdDateTime":"2026-01-01T00:00:00Z"},
          {"id":"","parentFolderId":"f","createdDateTime":"2026-01-01T00:00:00Z"},
          {},
          null,
          {"id":"z","parentFolderId":"f","createdDateTime":"2026-01-01T00:00:00Z",
           "emailAddresses":[null,{"address":null},{"address":"z@example.com"}]}]}
        """;
    try (RawServer server = RawServer.json(200, items)) {
      assertThat(server.mailbox().list(FOLDER))
          .extracting(entry -> entry.id().value())
          .containsExactly("a", "z");
      assertThat(server.requests.byThisThread().skipped()).isEqualTo(6);
    }
  }

  @Test
  void soIsAnOddFolder() {
    String items = "{\"id\":\"own\",\"value\":[{},null,{\"id\":\"f\",\"displayName\":\"Mine\"}]}";
    try (RawServer server = RawServer.json(200, items)) {
      assertThat(server.mailbox().foldersBeside()).containsOnlyKeys(new FolderId("f"));
      assertThat(server.requests.byThisThread().skipped()).isEqualTo(2);
    }
  }

  /** When it was made decides nothing about one contact. */
  @Test
  void aContactThatDoesNotSayWhenItWasMadeIsReadAllTheSame() {
    try (RawServer server =
        RawServer.json(200, "{\"id\":\"b\",\"parentFolderId\":\"f\",\"surname\":\"Sample\"}")) {
      assertThat(server.mailbox().read(new OutlookId("b")).orElseThrow().folder())
          .isEqualTo(new FolderId("f"));
    }
  }

  /** Whether it is there cannot be told (R14), and asking again at once would not help. */
  @Test
  void aContactThatDoesNotSayInWhichFolderItIsIsRefused() {
    String item = "{\"id\":\"c\",\"createdDateTime\":\"2026-01-01T00:00:00Z\"}";
    try (RawServer server = RawServer.json(200, item)) {
      assertThatThrownBy(() -> server.mailbox().read(new OutlookId("c")))
          .isInstanceOfSatisfying(
              MailboxRefused.class,
              refused -> assertThat(refused.code()).isEqualTo("itemUnreadable"));
    }
  }

  @Test
  void aPageOfAProxyIsNoAnswerWhateverItsStatus() {
    try (RawServer server = new RawServer(200, "<html>", Map.of("Content-Type", "text/html"))) {
      assertThat(busy(() -> server.mailbox().list(FOLDER)).kind()).isEqualTo(Cause.OUTCOME_UNKNOWN);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 2000", "0.25, 250", "'Sun, 01 Mar 2026 12:00:05 GMT', 5000"})
  void retryAfterIsReadFromAGatewaysPageToo(String header, long millis) {
    Map<String, String> headers = Map.of("Content-Type", "text/html", "Retry-After", header);
    for (int status : new int[] {429, 503}) {
      try (RawServer server = new RawServer(status, "<html>", headers)) {
        assertThat(busy(() -> server.mailbox().list(FOLDER)).retryAfter())
            .contains(Duration.ofMillis(millis));
        assertThat(server.asked).hasSize(1);
      }
    }
  }

  @Test
  void retryAfterMayBeAbsent() {
    try (RawServer server = RawServer.json(429, "{}")) {
      assertThat(busy(() -> server.mailbox().list(FOLDER)).retryAfter())
          .isEqualTo(Optional.empty());
    }
  }

  @Test
  void aNextPageOnAnotherHostIsNotFollowed() {
    try (RawServer other = RawServer.json(200, "{\"value\":[]}");
        RawServer server =
            RawServer.json(
                200, "{\"value\":[],\"@odata.nextLink\":\"" + other.url() + "/next\"}")) {
      assertThat(busy(() -> server.mailbox().list(FOLDER)).kind()).isEqualTo(Cause.OUTCOME_UNKNOWN);
      assertThat(other.asked).isEmpty();
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (RawServer other = RawServer.json(200, "{\"id\":\"x\"}");
        RawServer server = new RawServer(302, "", Map.of("Location", other.url()))) {
      MailboxRefused refused =
          catchThrowableOfType(MailboxRefused.class, () -> server.mailbox().defaultFolder());
      assertThat(refused.code()).isEqualTo("http302");
      assertThat(other.asked).isEmpty();
    }
  }

  @Test
  void aCallThatTakesTooLongIsAnUnknownOutcome() {
    try (SimulatedGraph graph = new SimulatedGraph()) {
      FolderId home = graph.mailbox().defaultFolder();
      Fault held = graph.simulator.faults().add(FaultRule.next(FaultEffect.holdBefore()));
      GraphMailboxes impatient = graph.adapter(Duration.ofMillis(200));
      assertThat(
              busy(() ->
                      impatient
                          .at(new MailboxAddress("ann@example.org"))
                          .create(home, GraphTest.ADA))
                  .kind())
          .isEqualTo(Cause.OUTCOME_UNKNOWN);
      held.release();
    }
  }

  @Test
  void aServerThatIsNotThereIsAnUnknownOutcome() {
    RawServer gone = RawServer.json(200, "{}");
    gone.close();
    assertThat(busy(() -> gone.mailbox().defaultFolder()).kind()).isEqualTo(Cause.OUTCOME_UNKNOWN);
  }

  private static MailboxBusy busy(ThrowingCallable use) {
    return catchThrowableOfType(MailboxBusy.class, use);
  }
}
