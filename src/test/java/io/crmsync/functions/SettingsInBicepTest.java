package io.crmsync.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmsync.infra.BicepFolder;
import io.crmsync.infra.BicepSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings that Bicep gives the app are those of docs/settings.md, as the code reads them. */
class SettingsInBicepTest {
  private static final String MAIN = "main.bicep";
  private static final SettingsAgreement AGREEMENT = agreement(BicepFolder.asItIs());

  @Test
  void bicepSetsTheDocumentedOnesAndThePlatformsOwn() {
    AGREEMENT.ofNames();

    assertThatThrownBy(broken("SYNC_FOLDER: syncFolder", "SYNC_FOLDERS: syncFolder")::ofNames)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void bicepsDefaultsAreTheCodesAndTheDocumentedOnes() {
    AGREEMENT.ofDefaults();

    assertThat(AGREEMENT.defaults()).hasSizeGreaterThan(10);
    assertThatThrownBy(broken("syncPageSize int = 1000", "syncPageSize int = 999")::ofDefaults)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void bicepsBoundsAreTheCodes() {
    AGREEMENT.ofBounds();

    assertThatThrownBy(broken("@maxValue(5000)", "@maxValue(4999)")::ofBounds)
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(broken("@maxValue(5000)", "@maxValue(5001)")::ofBounds)
        .isInstanceOf(BadSetting.class);
    assertThatThrownBy(broken("@maxValue(5000)", "")::ofBounds).isInstanceOf(AssertionError.class);
  }

  @Test
  void bicepsWordsAreTheCodes() {
    AGREEMENT.ofWords();

    assertThatThrownBy(broken("['remove', 'keep']", "['remove']")::ofWords)
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(broken("['remove', 'keep']", "['remove', 'keep', 'ask']")::ofWords)
        .isInstanceOf(BadSetting.class);
  }

  @Test
  void eachOfThePlatformsOwnIsExplained() {
    assertThat(BicepFolder.asItIs().texts().getOrDefault("README.md", ""))
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

  private static SettingsAgreement broken(String passage, String instead) {
    return agreement(BicepFolder.asItIs().with(MAIN, passage, instead));
  }

  private static SettingsAgreement agreement(BicepFolder folder) {
    return new SettingsAgreement(BicepSettings.of(folder.file(MAIN)));
  }
}
