package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What azd goes by. */
class AzureYamlTest {
  private final JsonNode azd;

  AzureYamlTest() throws IOException {
    azd = new YAMLMapper().readTree(Path.of("azure.yaml").toFile());
  }

  @Test
  void theServiceIsTheFunctionAppThatBicepTags() {
    JsonNode service = azd.at("/services/api");

    assertThat(service.path("host").asText()).isEqualTo("function");
    assertThat(service.path("language").asText()).isEqualTo("java");
    assertThat(BicepFolder.asItIs().texts().get("app/function-app.bicep"))
        .contains("'azd-service-name': 'api'");
  }

  /** Not a folder, which azd would pack itself: that has local.settings.json where it was kept. */
  @Test
  void whatIsUploadedIsTheZipThatTheBuildChecks() {
    assertThat(azd.at("/services/api/dist").asText()).isEqualTo("target/crm-outlook-sync.zip");
  }

  @Test
  void itFindsTheBicep() {
    String module = azd.at("/infra/module").asText() + ".bicep";

    assertThat(azd.at("/infra/path").asText()).isEqualTo("infra");
    assertThat(BicepFolder.asItIs().find(module)).isPresent();
  }
}
