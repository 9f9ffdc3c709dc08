package io.crmsync.functions.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.infra.Deployment;
import io.crmsync.infra.Installation;
import io.crmsync.infra.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The settings that Bicep gives the app are those of docs/settings.md, as the code reads them. */
class SettingsInBicepTest {
  private static final SettingsAgreement AGREEMENT =
      new SettingsAgreement(given(), Snapshots.parameters());

  @Test
  void bicepSetsTheDocumentedOnesAndThePlatformsOwn() {
    AGREEMENT.ofNames();

    Set<String> others = given();
    others.remove("SYNC_FOLDER");
    others.add("SYNC_FOLDERS");
    assertThatThrownBy(new SettingsAgreement(others, Snapshots.parameters())::ofNames)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void bicepsDefaultsAreTheCodesAndTheDocumentedOnes() {
    AGREEMENT.ofDefaults();

    assertThat(AGREEMENT.defaults()).hasSizeGreaterThan(10);
    assertThatThrownBy(broken("syncPageSize", param -> param.put("defaultValue", 999))::ofDefaults)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void bicepsBoundsAreTheCodes() {
    AGREEMENT.ofBounds();

    assertThatThrownBy(broken("syncPageSize", param -> param.put("maxValue", 4999))::ofBounds)
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(broken("syncPageSize", param -> param.put("maxValue", 5001))::ofBounds)
        .isInstanceOf(BadSetting.class);
    assertThatThrownBy(broken("syncPageSize", param -> param.remove("maxValue"))::ofBounds)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void bicepsWordsAreTheCodes() {
    AGREEMENT.ofWords();

    assertThatThrownBy(words("remove")::ofWords).isInstanceOf(AssertionError.class);
    assertThatThrownBy(words("remove", "keep", "ask")::ofWords).isInstanceOf(BadSetting.class);
  }

  /** From the variable to the app: no value is lost, swapped or fixed on the way. */
  @Test
  void whatAnAdminSetsArrives() {
    Map<String, String> set = Installation.EVERYTHING.variables();
    JsonNode given = Deployment.of(Installation.EVERYTHING).appSettings();
    set.keySet().retainAll(SettingsTable.read().names());

    assertThat(set).hasSizeGreaterThan(13);
    assertThat(set)
        .allSatisfy((name, value) -> assertThat(given.path(name).asText()).isEqualTo(value));
    assertThat(AGREEMENT.defaults())
        .allSatisfy((name, value) -> assertThat(set.get(name)).as(name).isNotEqualTo(value));
  }

  /** In the other installation it is a token, and no key. */
  @Test
  void theCrmGetsAKeyOrATokenAndNeverBoth() {
    JsonNode withKey = Deployment.of(Installation.EVERYTHING).appSettings();
    JsonNode withToken = Deployment.of(Installation.PRIVATE).appSettings();

    assertThat(withKey.path("CRM_API_KEY").asText()).contains("@Microsoft.KeyVault(SecretUri=");
    assertThat(withKey.has("CRM_SCOPE")).isFalse();
    assertThat(withToken.path("CRM_SCOPE").asText()).isEqualTo("api://crm/.default");
    assertThat(withToken.has("CRM_API_KEY")).isFalse();
  }

  @Test
  void pausedFunctionsArePausedByName() {
    assertThat(given())
        .contains("AzureWebJobs.NightlySync.Disabled", "AzureWebJobs.SyncContact.Disabled");
  }

  /** Of the memory that an instance has, half is the heap. */
  @Test
  void theHeapFitsIntoEachSizeThatIsOffered() {
    assertThat(heap(Installation.DEFAULTS)).startsWith("-Xmx1024m ");
    assertThat(heap(Installation.EVERYTHING)).startsWith("-Xmx2048m ");
    assertThat(Snapshots.parameters().at("/instanceMemoryMB/allowedValues").toString())
        .isEqualTo("[2048,4096]");
  }

  @Test
  void eachOfThePlatformsOwnIsExplained() throws IOException {
    assertThat(Files.readString(Path.of("infra/README.md")))
        .contains(
            SettingsAgreement.OF_THE_PLATFORM.stream().map(name -> "`" + name + "`").toList());
  }

  @Test
  void theSampleHasBicepsDefaultsWhereItHasAny() throws IOException {
    JsonNode sample =
        new ObjectMapper().readTree(Path.of("local.settings.sample.json").toFile()).path("Values");
    Map<String, String> defaults = AGREEMENT.defaults();
    defaults.remove("GRAPH_BASE_URL");
    defaults.keySet().removeIf(name -> !sample.has(name));

    assertThat(defaults).containsKeys("SYNC_SCHEDULE", "SYNC_FOLDER");
    assertThat(defaults)
        .allSatisfy((name, value) -> assertThat(sample.path(name).asText()).isEqualTo(value));
  }

  private static String heap(Installation installation) {
    return Deployment.of(installation).appSettings().path("JAVA_OPTS").asText();
  }

  private static Set<String> given() {
    Set<String> names = new TreeSet<>();
    for (Installation installation : Installation.values()) {
      Deployment.of(installation).appSettings().fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  private static SettingsAgreement words(String... words) {
    return broken(
        "syncInactive",
        param -> {
          ArrayNode allowed = param.putArray("allowedValues");
          Arrays.stream(words).forEach(allowed::add);
        });
  }

  private static SettingsAgreement broken(String parameter, Consumer<ObjectNode> harm) {
    ObjectNode params = Snapshots.parameters().deepCopy();
    harm.accept((ObjectNode) params.path(parameter));
    return new SettingsAgreement(given(), params);
  }
}
