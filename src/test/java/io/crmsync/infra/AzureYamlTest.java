package io.crmsync.infra;

import static io.crmsync.infra.Installation.DEFAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What azd goes by; DeployableZipIT says that the zip is the one of the build. */
class AzureYamlTest {
  private static final String SITE = "Microsoft.Web/sites";

  @Test
  void azdFindsTheBicepTheFunctionAppAndTheZip() throws IOException {
    assertThat(problems(source(), Deployment.of(DEFAULTS))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "host: function, host: appservice",
    "language: java, language: js",
    "path: infra, path: bicep",
    "module: main, module: entra-main",
    "  api:, '  web:'",
    "dist: target/crm-outlook-sync.zip, dist: target/azure-functions"
  })
  void whatAzdWouldNotFindIsNoticed(String passage, String instead) throws IOException {
    assertThat(source()).contains(passage);
    assertThat(problems(source().replace(passage, instead), Deployment.of(DEFAULTS))).hasSize(1);
  }

  @Test
  void anAppWithoutTheTagIsNoticed() throws IOException {
    Deployment broken =
        Deployment.of(DEFAULTS)
            .broken(copy -> Deployment.put(copy.one(SITE), "/tags/azd-service-name", null));
    assertThat(problems(source(), broken)).hasSize(1);
  }

  private static List<String> problems(String yaml, Deployment deployment) throws IOException {
    JsonNode azd = new YAMLMapper().readTree(yaml);
    JsonNode service = azd.at("/services/api");
    List<String> problems = new ArrayList<>();
    if (service.isMissingNode()) {
      return List.of("there is no service api");
    }
    compare(problems, "host", service.path("host").asText(), "function");
    compare(problems, "language", service.path("language").asText(), "java");
    // Not a folder, which azd would pack itself, with local.settings.json where that was kept.
    compare(problems, "dist", service.path("dist").asText(), "target/crm-outlook-sync.zip");
    compare(problems, "folder", azd.at("/infra/path").asText(), "infra");
    // By it azd finds the app that the service goes to.
    String tag = deployment.one(SITE).at("/tags/azd-service-name").asText();
    compare(problems, "tag", tag, "api");
    String module = azd.at("/infra/module").asText();
    if (!Files.exists(Path.of("infra", module + ".bicepparam"))) {
      problems.add("there is no such module");
    }
    return problems;
  }

  private static void compare(List<String> problems, String what, String found, String wanted) {
    if (!found.equals(wanted)) {
      problems.add(what + " is " + found + ", not " + wanted);
    }
  }

  private static String source() throws IOException {
    return Files.readString(Path.of("azure.yaml"));
  }
}
