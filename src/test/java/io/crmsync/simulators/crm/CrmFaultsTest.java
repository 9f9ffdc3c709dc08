package io.crmsync.simulators.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.contracts.ApiSchema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrmFaultsTest {
  private final CrmSimulator crm = CrmSimulator.start(CrmSimulatorOptions.empty());
  private final CrmClient client = new CrmClient(crm);

  @BeforeEach
  void fourContacts() {
    for (String id : new String[] {"a", "b", "c", "d"}) {
      crm.contacts().put("{\"id\":\"" + id + "\",\"kind\":\"Person\",\"status\":\"active\"}");
    }
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void aStatusComesSoManyTimesAndThenNoMore() throws Exception {
    crm.faults().next(Operation.LIST_CONTACTS, 2, Fault.status(503));
    assertThat(client.get("/contacts").statusCode()).isEqualTo(503);
    assertThat(client.get("/users").statusCode()).isEqualTo(200);
    assertThat(client.get("/contacts").headers().firstValue("Retry-After")).isEmpty();
    assertThat(client.get("/contacts").statusCode()).isEqualTo(200);
    assertThat(crm.counts().of(Operation.LIST_CONTACTS))
        .isEqualTo(new RequestCounts.Count(3, 0, 2, 4));
  }

  @Test
  void retryAfterIsSecondsOrAnHttpDate() throws Exception {
    crm.faults().next(Operation.GET_CONTACT, Fault.status(429, Duration.ofSeconds(7)));
    crm.faults()
        .next(Operation.GET_CONTACT, Fault.status(429, Instant.parse("2026-11-02T08:49:37Z")));
    assertThat(client.get("/contacts/a").headers().firstValue("Retry-After")).contains("7");
    assertThat(client.get("/contacts/a").headers().firstValue("Retry-After"))
        .contains("Mon, 02 Nov 2026 08:49:37 GMT");
  }

  @Test
  void theConnectionIsDropped() {
    crm.faults().next(Operation.LIST_GROUPS, 9, Fault.dropped());
    crm.faults().next(Operation.LIST_CONTACTS, Fault.droppedMidway());
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.get("/groups"));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.get("/contacts"));
  }

  @Test
  void aSlowAnswerOutlastsTheClientsPatience() {
    crm.faults().next(Operation.LIST_USERS, Fault.slow(Duration.ofDays(1)));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(crm.baseUrl() + "/users"))
            .timeout(Duration.ofMillis(300))
            .build();
    assertThatExceptionOfType(HttpTimeoutException.class)
        .isThrownBy(
            () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()));
  }

  @Test
  void jsonIsCutAndHtmlComesWithStatus200() throws Exception {
    crm.faults().next(Operation.LIST_CONTACTS, Fault.truncatedJson());
    crm.faults().next(Operation.LIST_CONTACTS, Fault.html());
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> client.json("/contacts"));
    HttpResponse<String> html = client.get("/contacts");
    assertThat(html.statusCode()).isEqualTo(200);
    assertThat(html.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
  }

  @Test
  void pagesBreakTheirPromises() throws Exception {
    assertThat(spoilt(PageFault.OUT_OF_ORDER)).isEqualTo("[b, a] false");
    assertThat(spoilt(PageFault.REPEATED_ID)).isEqualTo("[a, b, b] false");
    assertThat(spoilt(PageFault.EMPTY_NOT_LAST)).isEqualTo("[] false");
    assertThat(spoilt(PageFault.LAST_TOO_EARLY)).isEqualTo("[a] true");
    assertThat(spoilt(PageFault.LAST_MISSING)).isEqualTo("[a, b] ");
    assertThat(spoilt(PageFault.ITEMS_NOT_A_LIST)).isEqualTo("[] true");
  }

  @Test
  void anIdThatIsNotAfterWaitsForAPageThatStartsAfterOne() throws Exception {
    assertThat(spoilt(PageFault.ID_NOT_AFTER)).isEqualTo("[a, b] false");
    assertThat(CrmClient.ids(client.json("/contacts?after=b"))).containsExactly("b", "c", "d");
    assertThat(CrmClient.ids(client.json("/contacts?after=b"))).containsExactly("c", "d");
  }

  @ParameterizedTest
  @EnumSource
  void anInjectedBadRecordBreaksTheSchemaAndLeavesTheOthers(BadRecord sort) throws Exception {
    crm.faults().next(Operation.LIST_CONTACTS, sort.injected());
    JsonNode page = client.json("/contacts");
    assertThat(page.path("items")).hasSize(5);
    assertThat(CrmClient.ids(page)).contains("a", "b", "c", "d");
    assertThat(ApiSchema.crmFeed().validate(page, "listContacts", 200)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRecordTurnsBadOnThePageThatHasIt(BadRecord sort) throws Exception {
    crm.faults().next(Operation.LIST_CONTACTS, sort.insteadOf("d"));
    assertThat(ApiSchema.crmFeed().validate(client.json("/contacts?limit=2"), "listContacts", 200))
        .isEmpty();
    JsonNode page = client.json("/contacts?after=b");
    assertThat(page.path("items")).hasSize(2);
    assertThat(ApiSchema.crmFeed().validate(page, "listContacts", 200)).isNotEmpty();
  }

  @Test
  void aSingleContactIsServedBad() throws Exception {
    crm.faults().next(Operation.GET_CONTACT, BadRecord.UNKNOWN_SCOPE.injected());
    assertThat(client.json("/contacts/a").at("/viewSecurity/scope").asText()).isEqualTo("secret");
  }

  @Test
  void aFaultThatAnOperationCannotHaveIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> crm.faults().next(Operation.GET_CONTACT, PageFault.OUT_OF_ORDER));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> crm.faults().next(Operation.LIST_USERS, BadRecord.UNKNOWN_SCOPE.injected()));
  }

  @Test
  void clearedFaultsDoNotCome() throws Exception {
    crm.faults().next(Operation.LIST_CONTACTS, 5, Fault.status(500));
    assertThat(crm.faults().left(Operation.LIST_CONTACTS)).isEqualTo(5);
    crm.faults().clear();
    assertThat(client.get("/contacts").statusCode()).isEqualTo(200);
  }

  private String spoilt(PageFault fault) throws IOException, InterruptedException {
    crm.faults().next(Operation.LIST_CONTACTS, fault);
    JsonNode page = client.json("/contacts?limit=2");
    return CrmClient.ids(page) + " " + page.path("last").asText();
  }
}
