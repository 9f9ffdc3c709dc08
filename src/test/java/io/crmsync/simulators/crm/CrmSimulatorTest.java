package io.crmsync.simulators.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.contracts.ApiSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrmSimulatorTest {
  private static final CrmSimulatorOptions EMPTY = CrmSimulatorOptions.empty();

  @Test
  void pagesFollowEachOtherInByteOrderAndOnlyTheLastSaysSo() throws Exception {
    try (CrmSimulator crm = withContacts(EMPTY, "b", "B", "a~", "a", "a-1", "a.1", "a_1", "0")) {
      List<JsonNode> pages = new CrmClient(crm).pages("/contacts", 3);
      assertThat(pages.stream().flatMap(page -> CrmClient.ids(page).stream()))
          .containsExactly("0", "B", "a", "a-1", "a.1", "a_1", "a~", "b");
      assertThat(pages)
          .extracting(page -> page.path("last").asBoolean())
          .containsExactly(false, false, true);
    }
  }

  @Test
  void aFullLastPageIsTheLast() throws Exception {
    try (CrmSimulator crm = withContacts(EMPTY, "a", "b")) {
      assertThat(new CrmClient(crm).pages("/contacts", 2)).hasSize(1);
    }
  }

  @Test
  void anEmptyLastPageComesWhereTheOptionsSaySo() throws Exception {
    try (CrmSimulator crm = withContacts(EMPTY.withEmptyLastPage(), "a", "b")) {
      List<JsonNode> pages = new CrmClient(crm).pages("/contacts", 2);
      assertThat(pages).extracting(page -> CrmClient.ids(page).size()).containsExactly(2, 0);
    }
  }

  @Test
  void pagesAreCutShorterThanAskedForWithoutBeingTheLast() throws Exception {
    try (CrmSimulator crm = withContacts(EMPTY.withLongestPage(2), "a", "b", "c")) {
      List<JsonNode> pages = new CrmClient(crm).pages("/contacts", 100);
      assertThat(pages).extracting(page -> CrmClient.ids(page).size()).containsExactly(2, 1);
    }
  }

  @Test
  void aContactIsServedById() throws Exception {
    try (CrmSimulator crm = withContacts(EMPTY, "a")) {
      CrmClient client = new CrmClient(crm);
      assertThat(client.json("/contacts/a").path("id").asText()).isEqualTo("a");
      assertThat(client.get("/contacts/A").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aWrongQueryIsRefused() throws Exception {
    try (CrmSimulator crm = withContacts(EMPTY, "a")) {
      CrmClient client = new CrmClient(crm);
      for (String query : List.of("limit=0", "limit=5001", "limit=x", "after=%2F", "after=-a")) {
        assertThat(client.get("/contacts?" + query).statusCode()).as(query).isEqualTo(400);
      }
    }
  }

  @Test
  void nothingCanBeWrittenThroughTheFeed() throws Exception {
    try (CrmSimulator crm = withContacts(EMPTY, "a")) {
      CrmClient client = new CrmClient(crm);
      assertThat(client.send("PUT", "/contacts/a", "{}").statusCode()).isEqualTo(405);
      assertThat(client.send("DELETE", "/contacts/a", "").statusCode()).isEqualTo(405);
      assertThat(client.get("/organisations").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void withAnApiKeyOnlyThatKeyIsAdmitted() throws Exception {
    try (CrmSimulator crm = withContacts(EMPTY.withAccess(Access.apiKey("k1")), "a")) {
      CrmClient client = new CrmClient(crm);
      assertThat(client.get("/contacts").statusCode()).isEqualTo(401);
      assertThat(client.get("/contacts", "x-api-key", "k2").statusCode()).isEqualTo(401);
      assertThat(client.get("/contacts", "Authorization", "Bearer t").statusCode()).isEqualTo(401);
      assertThat(client.get("/contacts", "x-api-key", "k1").statusCode()).isEqualTo(200);
      assertThat(crm.counts().of(Operation.LIST_CONTACTS).refused()).isEqualTo(3);
    }
  }

  @Test
  void withBearerDemandedAnyTokenIsAdmitted() throws Exception {
    try (CrmSimulator crm = withContacts(EMPTY.withAccess(Access.anyBearer()), "a")) {
      CrmClient client = new CrmClient(crm);
      assertThat(client.get("/users").statusCode()).isEqualTo(401);
      assertThat(client.get("/users", "Authorization", "Basic eDp5").statusCode()).isEqualTo(401);
      assertThat(client.get("/users", "Authorization", "Bearer t").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void requestsAndRecordsAreCountedByOperation() throws Exception {
    try (CrmSimulator crm = withContacts(EMPTY, "a", "b", "c")) {
      CrmClient client = new CrmClient(crm);
      var unused = client.pages("/contacts", 2);
      unused = List.of(client.json("/contacts/a"), client.json("/users"));
      assertThat(crm.counts().of(Operation.LIST_CONTACTS))
          .isEqualTo(new RequestCounts.Count(2, 0, 0, 3));
      assertThat(crm.counts().of(Operation.GET_CONTACT))
          .isEqualTo(new RequestCounts.Count(1, 0, 0, 1));
      assertThat(crm.counts().requests()).isEqualTo(4);
      crm.counts().reset();
      assertThat(crm.counts().requests()).isZero();
    }
  }

  @Test
  void everySampleAnswerConformsToTheFeedsSchema() throws Exception {
    ApiSchema feed = ApiSchema.crmFeed();
    try (CrmSimulator crm = CrmSimulator.start(CrmSimulatorOptions.sample().withLongestPage(50))) {
      CrmClient client = new CrmClient(crm);
      for (Operation list :
          List.of(Operation.LIST_CONTACTS, Operation.LIST_USERS, Operation.LIST_GROUPS)) {
        String path = "/" + list.operationId().substring("list".length()).toLowerCase(Locale.ROOT);
        for (JsonNode page : client.pages(path, 1000)) {
          assertThat(feed.validate(page, list.operationId(), 200)).isEmpty();
        }
      }
      for (String id : crm.contacts().ids()) {
        assertThat(feed.validate(client.json("/contacts/" + id), "getContact", 200))
            .as(id)
            .isEmpty();
      }
    }
  }

  @Test
  void aFileWithoutIdsOrWithOneTwiceIsRefused(@TempDir Path directory) throws IOException {
    Path contacts = directory.resolve("contacts.jsonl");
    for (String lines : List.of("{}", "[]", "{\"id\":\"a\"", "{\"id\":\"a\"}\n{\"id\":\"a\"}")) {
      Files.writeString(contacts, lines);
      assertThatIllegalArgumentException()
          .as(lines)
          .isThrownBy(() -> CrmSimulator.start(CrmSimulatorOptions.of(directory)));
    }
  }

  private static CrmSimulator withContacts(CrmSimulatorOptions options, String... ids) {
    CrmSimulator crm = CrmSimulator.start(options);
    for (String id : ids) {
      crm.contacts().put("{\"id\":\"" + id + "\",\"kind\":\"Person\",\"status\":\"active\"}");
    }
    return crm;
  }
}
