package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.contracts.ApiSchema;
import io.crmsync.functions.Platform;
import io.crmsync.functions.Principal;
import io.crmsync.functions.Sent;
import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.sync.world.ApiWorld;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page is told beyond the plan: who asks, whose list it is on, what Outlook holds. */
class SideBySideTest {
  private static final Principal U1 = Principal.user("u1@example.com");
  private static final Principal ADMIN =
      Principal.user("u2@example.com").with("roles", "Sync.Admin");
  private static final ApiSchema API = ApiSchema.httpApi();

  private final Platform platform = new Platform();
  private final ApiWorld api = new ApiWorld();
  private final HttpMiddleware middleware =
      new HttpMiddleware(
          () -> new CallerSettings(true, Optional.of(Principal.TENANT)), Clock.systemUTC());
  private final ListPreview preview = new ListPreview(middleware, () -> api.previewContacts);
  private final Explain explain = new Explain(middleware, () -> api.explainPair);

  @BeforeEach
  void oneContact() {
    api.addUser("u1");
    api.addUser("u2");
    api.addPerson("c1", "u1");
    api.night();
  }

  @Test
  void outlooksValuesAreBesideTheCrms() {
    api.changePosition("c1", "Boss");
    JsonNode told = explain(U1, "me", Map.of("outlook", "true")).json();

    assertThat(API.validate(told, "explain", 200)).isEmpty();
    assertThat(told.at("/outlook/state").asText()).isEqualTo("present");
    assertThat(told.at("/outlook/at").asText()).endsWith("Z");
    assertThat(told.at("/outlook/moved").asBoolean(true)).isFalse();
    assertThat(told.at("/outlook/values/firstName").asText()).isEqualTo("First");
    JsonNode position = field(told, "position");
    assertThat(position.path("crm").asText()).isEqualTo("Boss");
    assertThat(position.path("outlook").isTextual()).isTrue();
    assertThat(position.path("wouldWrite").asBoolean()).isTrue();
    assertThat(field(told, "firstName").path("wouldWrite").asBoolean(true)).isFalse();
    assertThat(field(told, "firstName").path("lastWrittenAt").asText()).endsWith("Z");
  }

  @Test
  void anAdminIsToldWhySomebodyElsesOutlookIsNotShown() {
    JsonNode told = explain(ADMIN, "u1", Map.of("outlook", "true")).json();

    assertThat(API.validate(told, "explain", 200)).isEmpty();
    assertThat(told.at("/outlook/state").asText()).isEqualTo("notYours");
    assertThat(told.at("/outlook/values").isMissingNode()).isTrue();
    assertThat(field(told, "firstName").path("crm").asText()).isEqualTo("First");
    assertThat(field(told, "firstName").has("outlook")).isFalse();
  }

  @Test
  void withoutBeingAskedNoValueIsTold() {
    for (Map<String, String> query :
        java.util.List.of(Map.of("outlook", "false"), Map.<String, String>of())) {
      JsonNode told = explain(U1, "me", query).json();

      assertThat(API.validate(told, "explain", 200)).isEmpty();
      assertThat(told.has("outlook")).isFalse();
      assertThat(told.has("fields")).isFalse();
      assertThat(told.at("/lists/own").asBoolean(true)).isFalse();
      assertThat(told.at("/lists/crm").asBoolean(true)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "TRUE", "1"})
  void anythingButTrueAndFalseIsAMistake(String value) {
    assertThat(explain(U1, "me", Map.of("outlook", value)).getStatusCode()).isEqualTo(400);
  }

  @Test
  void aPreviewSaysWhoAsksAndWhoseItIs() {
    JsonNode own = preview(U1, "me");
    JsonNode admins = preview(ADMIN, "u1");

    assertThat(API.validate(own, "previewContacts", 200)).isEmpty();
    assertThat(own.path("user").toString()).isEqualTo("{\"userId\":\"u1\",\"own\":true}");
    assertThat(own.path("caller").toString())
        .isEqualTo("{\"name\":\"u1@example.com\",\"roles\":[]}");
    assertThat(admins.path("user").toString()).isEqualTo("{\"userId\":\"u1\",\"own\":false}");
    assertThat(admins.path("caller").toString())
        .isEqualTo("{\"name\":\"u2@example.com\",\"roles\":[\"Sync.Admin\"]}");
  }

  private static JsonNode field(JsonNode told, String name) {
    return StreamSupport.stream(told.path("fields").spliterator(), false)
        .filter(field -> field.path("field").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode preview(Principal caller, String user) {
    Sent answer =
        (Sent)
            preview.run(
                Platform.request(caller, Map.of("limit", "1"), Optional.empty()),
                user,
                platform.context());
    return answer.json();
  }

  private Sent explain(Principal caller, String user, Map<String, String> query) {
    return (Sent)
        explain.run(
            Platform.request(caller, query, Optional.empty()), user, "c1", platform.context());
  }
}
