package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What azd goes by; DeployableZipIT says that the zip is the one of the build. */
class AzureYamlTest {
  private static final String SITE = "app/function-app.bicep";
  private static final String TAGGED = "union(tags, { 'azd-service-name': 'api' })";

  @Test
  void azdFindsTheBicepTheFunctionAppAndTheZip() throws IOException {
    assertThat(problems(source(), BicepFolder.asItIs())).isEmpty();
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
    assertThat(problems(source().replace(passage, instead), BicepFolder.asItIs())).hasSize(1);
  }

  @Test
  void aTagThatStandsInACommentOnlyIsNone() throws IOException {
    BicepFolder broken = BicepFolder.asItIs().with(SITE, TAGGED, "tags // " + TAGGED);
    assertThat(problems(source(), broken)).hasSize(1);
  }

  private static List<String> problems(String yaml, BicepFolder folder) throws IOException {
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
    compare(problems, "tags", tags(folder), TAGGED);
    if (folder.find(azd.at("/infra/module").asText() + ".bicep").isEmpty()) {
      problems.add("there is no such module");
    }
    return problems;
  }

  /** Of the function app: by them azd knows which resource is the service's. */
  private static String tags(BicepFolder folder) {
    return folder.file(SITE).resources().stream()
        .filter(resource -> resource.source().startsWith("Microsoft.Web/sites@"))
        .flatMap(resource -> resource.body().at("tags").stream())
        .map(Node::text)
        .collect(Collectors.joining());
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
