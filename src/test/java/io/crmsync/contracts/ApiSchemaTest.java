package io.crmsync.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ApiSchemaTest {
  private final ApiSchema feed = ApiSchema.crmFeed();
  private final ApiSchema api = ApiSchema.httpApi();

  @Test
  void aGoodPageHasNoComplaints() throws Exception {
    JsonNode page =
        json(
            "{'items':[{'id':'a','kind':'Person','status':'active','birthDate':'2000-02-29'}],'last':true}");
    assertThat(feed.validate(page, "listContacts", 200)).isEmpty();
  }

  @Test
  void aComplaintSaysWhere() throws Exception {
    JsonNode page =
        json("{'items':[{'id':'a','kind':'Robot','status':'active','birthDate':'2001-02-29'}]}");
    assertThat(feed.validate(page, "listContacts", 200))
        .hasSize(3)
        .anySatisfy(message -> assertThat(message).contains("last"))
        .anySatisfy(message -> assertThat(message).contains("items[0].kind"))
        .anySatisfy(message -> assertThat(message).contains("items[0].birthDate"));
  }

  @Test
  void anEmptyFieldOfTheFeedMayBeNullButNotARequiredOneNorARecord() throws Exception {
    JsonNode contact =
        json("{'id':'a','kind':'Person','status':'active','email':null,'coverageTeam':null}");
    assertThat(feed.validate(contact, "getContact", 200)).isEmpty();
    assertThat(feed.validate(json("{'id':null,'kind':'Person','status':'active'}"), "Contact"))
        .hasSize(1);
    assertThat(feed.validate(json("{'items':[null],'last':true}"), "listContacts", 200)).hasSize(1);
  }

  @Test
  void theAppsAnswersAndRequestsAreCheckedToo() throws Exception {
    JsonNode request =
        json("{'requestId':'r','kind':'stop','status':'queued','pairs':{'total':1}}");
    assertThat(api.validate(request, "syncToOutlook", 202)).isEmpty();
    assertThat(api.validate(json("{'requestId':'r'}"), "syncToOutlook", 202)).hasSize(3);
    assertThat(api.validate(json("{'runId':'r'}"), "startRun", 202)).hasSize(3);
    assertThat(api.validate(json("{}"), "startRun", 409)).hasSize(4);
    assertThat(api.validate(json("{}"), "listRuns", 401)).hasSize(4);
    assertThat(api.validateRequest(json("{'contactId':'c','now':true}"), "syncToOutlook"))
        .hasSize(1);
  }

  @Test
  void whatTheDocumentDoesNotHaveIsRefused() throws Exception {
    JsonNode body = json("{}");
    assertThatIllegalArgumentException().isThrownBy(() -> feed.validate(body, "putContact", 200));
    assertThatIllegalArgumentException().isThrownBy(() -> feed.validate(body, "listUsers", 418));
    assertThatIllegalArgumentException().isThrownBy(() -> feed.validate(body, "Robot"));
    assertThatIllegalArgumentException().isThrownBy(() -> api.validateRequest(body, "getRun"));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
