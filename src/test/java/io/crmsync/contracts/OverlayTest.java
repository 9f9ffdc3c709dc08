package io.crmsync.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract is a promise; the overlay only says more, in schemas. */
class OverlayTest {
  private static final Path API = Path.of("docs", "api");

  @ParameterizedTest
  @CsvSource({
    "http-api.openapi.yaml,f8a9184e1aecb0c0d0099165e4a97c4d88080b062ec6c8e0a017669d34cc5ffa",
    "crm-feed.openapi.yaml,858e8541a26f2312875e3b7f2c9a692981e9a3c7a9522c7594923e4c1184043a"
  })
  void theContractsAreAsTheyWerePromised(String file, String sha256) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(API.resolve(file)));
    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(sha256);
  }

  @Test
  void theOverlayTakesNothingAwayAndLoosensNothing() throws Exception {
    JsonNode contract = yaml("http-api.openapi.yaml");
    JsonNode result = new Overlay(yaml("http-api.overlay.yaml")).appliedTo(contract);
    assertThat(loosened("", contract, result)).isEmpty();
    assertThat(result).isNotEqualTo(contract);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'target':'$.a','update':{'type':'object'}}",
        "{'target':'$.a','update':{'enum':['z']}}",
        "{'target':'$.closed.properties','update':{'y':{}}}",
        "{'target':'$.op.requestBody.content','update':{'text/plain':{}}}",
        "{'target':'$.op','update':{'parameters':[{'name':'p','in':'query','required':true}]}}"
      })
  void aLooseningWouldBeNoticed(String action) throws Exception {
    JsonNode contract =
        json(
            "{'a':{'type':'string','enum':['x']},'closed':{'additionalProperties':false,"
                + "'properties':{'x':{}}},'op':{'requestBody':{'content':{}}}}");
    assertThat(loosened("", contract, overlay(action).appliedTo(contract))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'target':'$.a','remove':true}",
        "{'target':'$.b','update':{}}",
        "{'target':'$.*','update':{}}",
        "{'target':'$..a','update':{}}",
        "{'target':'$.a','update':{},'remove':false}"
      })
  void whatIsNoUpdateOfAPlainPathIsRefused(String action) throws Exception {
    JsonNode contract = json("{'a':{}}");
    Overlay overlay = overlay(action);
    assertThatIllegalArgumentException().isThrownBy(() -> overlay.appliedTo(contract));
  }

  /**
   * The places where what is valid under the result need not be valid under the contract, or where
   * a client that keeps to the contract would be refused.
   */
  private static List<String> loosened(String place, JsonNode before, JsonNode after) {
    List<String> places = new ArrayList<>();
    if (!before.isObject()) {
      if (!after.equals(before)) {
        places.add(place);
      }
      return places;
    }
    boolean closed = place.contains("/requestBody") || before.has("additionalProperties");
    for (Map.Entry<String, JsonNode> property : before.properties()) {
      String inside = place + "/" + property.getKey();
      places.addAll(loosened(inside, property.getValue(), after.path(property.getKey())));
      if (closed && property.getKey().equals("properties")) {
        places.addAll(added(inside, property.getValue(), after.path("properties")));
      }
    }
    if (place.contains("/requestBody")) {
      places.addAll(added(place, before, after));
    }
    after.path("parameters").forEach(parameter -> demanded(place, before, parameter, places));
    return places;
  }

  private static void demanded(
      String place, JsonNode before, JsonNode parameter, List<String> places) {
    boolean isNew = !before.path("parameters").toString().contains(parameter.toString());
    if (isNew
        && parameter.path("required").asBoolean()
        && !parameter.path("in").asText().equals("path")) {
      places.add(place + "/parameters: " + parameter.path("name").asText());
    }
  }

  private static List<String> added(String place, JsonNode before, JsonNode after) {
    List<String> names = new ArrayList<>();
    after
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!before.has(name)) {
                names.add(place + "/" + name);
              }
            });
    return names;
  }

  private static Overlay overlay(String action) throws Exception {
    return new Overlay(json("{'overlay':'1.0.0','actions':[" + action + "]}"));
  }

  private static JsonNode yaml(String file) throws Exception {
    return new YAMLMapper().readTree(API.resolve(file).toFile());
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
