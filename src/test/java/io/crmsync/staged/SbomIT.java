package io.crmsync.staged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of what the package is made of: all of it, nothing else, the same from every build. */
class SbomIT {
  private static final Pattern LICENSED = Pattern.compile("\\(([^() ]+:[^() ]+:[^() ]+) - ");

  private static String text;
  private static JsonNode sbom;
  private static JarEntries jar;

  @BeforeAll
  static void open() throws IOException {
    Path zip = Path.of(System.getProperty("staged.zip", "target/crm-outlook-sync.zip"));
    text = Files.readString(zip.resolveSibling("sbom.json"));
    sbom = new JsonMapper().readTree(text);
    jar = JarEntries.of(StagedApp.ofThisBuild().appJar());
  }

  @Test
  void itNamesTheLibrariesThatTheListOfLicencesNames() throws IOException {
    List<String> licensed =
        LICENSED
            .matcher(new String(jar.read("META-INF/THIRD-PARTY.txt"), UTF_8))
            .results()
            .map(library -> library.group(1))
            .toList();
    assertThat(licensed).isNotEmpty();
    assertThat(components()).containsExactlyInAnyOrderElementsOf(licensed);
  }

  @Test
  void itNamesEveryLibraryThatSaysInTheJarWhichItIs() throws IOException {
    List<String> inside = new ArrayList<>();
    for (String name : jar.names()) {
      if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
        Properties properties = new Properties();
        properties.load(new StringReader(new String(jar.read(name), UTF_8)));
        inside.add(coordinates(properties));
      }
    }
    assertThat(inside).hasSizeGreaterThan(10);
    assertThat(components()).containsAll(inside);
  }

  @Test
  void eachHasALicenceAndAChecksum() {
    for (JsonNode component : sbom.path("components")) {
      assertThat(component.path("licenses")).as(component.path("purl").asText()).isNotEmpty();
      assertThat(component.path("hashes").findValuesAsText("alg")).contains("SHA-256");
    }
  }

  @Test
  void nothingInItIsOfOneBuildAlone() {
    assertThat(sbom.path("metadata").has("timestamp")).isFalse();
    assertThat(text)
        .contains("cdx:reproducible")
        .doesNotContain(Path.of("").toAbsolutePath().toString())
        .doesNotContain(System.getProperty("user.home"));
  }

  @Test
  void itIsBesideThePackageAndNotInIt() {
    assertThat(jar.names()).noneMatch(name -> name.contains("sbom") || name.contains("cyclonedx"));
  }

  private static List<String> components() {
    List<String> components = new ArrayList<>();
    for (JsonNode component : sbom.path("components")) {
      components.add(
          String.join(
              ":",
              component.path("group").asText(),
              component.path("name").asText(),
              component.path("version").asText()));
    }
    return components;
  }

  private static String coordinates(Properties properties) {
    return String.join(
        ":",
        properties.getProperty("groupId"),
        properties.getProperty("artifactId"),
        properties.getProperty("version"));
  }
}
