package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.functions.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
  @Test
  void fieldsAreReadAsTheyAre() {
    JsonBody body = JsonBody.of("{\"contactId\":\"c1\",\"userId\":\"u1\"}");
    assertThat(body.requiredText("contactId")).isEqualTo("c1");
    assertThat(body.text("userId")).contains("u1");
    assertThat(body.refusal()).isEmpty();
  }

  @Test
  void whatIsOptionalMayBeLeftOut() {
    assertThat(errors("{\"contactId\":\"c1\"}")).isEmpty();
  }

  @Test
  void aMissingFieldIsNamed() {
    assertThat(errors("{}")).containsExactly("contactId is required");
  }

  @Test
  void everyBrokenRuleIsToldAtOnce() {
    assertThat(errors("{\"contactId\":1,\"userId\":null,\"colour\":\"red\"}"))
        .containsExactly(
            "contactId must be a string", "userId must be a string", "colour is not known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"c1\"",
        "{",
        "{} {}",
        "{\"contactId\":\"a\",\"contactId\":\"b\"}"
      })
  void whatIsNoObjectIsRefused(String text) {
    assertThat(errors(text)).containsExactly(" must be a JSON object of at most 65536 bytes");
  }

  @Test
  void aHugeBodyIsRefused() {
    assertThat(errors("{\"contactId\":\"" + "c".repeat(70_000) + "\"}")).hasSize(1);
  }

  @Test
  void aBodyIsMeasuredInBytesBeforeItIsParsed() {
    String umlauts = "{\"contactId\":\"" + "\u00fc".repeat(40_000) + "\"}";
    assertThat(umlauts.length()).isLessThan(65_536);
    assertThat(errors(umlauts)).containsExactly(" must be a JSON object of at most 65536 bytes");
  }

  @Test
  void ofManyUnknownFieldsTwentyAreTold() {
    String fields =
        IntStream.range(0, 500).mapToObj(i -> ",\"f" + i + "\":1").collect(Collectors.joining());
    assertThat(errors("{\"contactId\":\"c1\"" + fields + "}")).hasSize(20);
  }

  @Test
  void valuesAreNeverRepeated() {
    JsonBody body = JsonBody.of("{\"contactId\":{\"name\":\"Secretname\"}}");
    body.requiredText("contactId");
    assertThat(Json.text(body.refusal().orElseThrow().body())).doesNotContain("Secretname");
  }

  private static List<String> errors(String text) {
    JsonBody body = JsonBody.of(text);
    body.requiredText("contactId");
    body.text("userId");
    Optional<Answer> refusal = body.refusal();
    List<String> errors = new ArrayList<>();
    for (JsonNode error :
        refusal.map(answer -> answer.body().path("errors")).orElse(Json.MAPPER.createArrayNode())) {
      errors.add(error.path("field").asText() + " " + error.path("rule").asText());
    }
    return errors;
  }
}
