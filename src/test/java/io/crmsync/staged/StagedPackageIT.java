package io.crmsync.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The staged folder is what gets deployed; this runs after the package phase. */
class StagedPackageIT {

  private static final List<String> ALLOWED =
      List.of("host\\.json", "crm-outlook-sync-[\\d.]+\\.jar", "[A-Z]\\w+/function\\.json");

  private final StagedApp app = StagedApp.ofThisBuild();

  @Test
  void everyDocumentedFunctionIsThereWithItsTriggerAndNoOther() throws IOException {
    assertThat(functions())
        .extracting(StagedFunction::facts)
        .containsExactlyElementsOf(DocumentedFunctions.read());
  }

  @Test
  void onlyAllowedFilesAreStaged() throws IOException {
    assertThat(app.files())
        .isNotEmpty()
        .allMatch(file -> ALLOWED.stream().anyMatch(file::matches))
        .doesNotContain("local.settings.json");
  }

  @Test
  void theHostNeedsNoCoreToolsForItsExtensions() throws IOException {
    assertThat(app.json("host.json").at("/extensionBundle/id").asText())
        .isEqualTo("Microsoft.Azure.Functions.ExtensionBundle");
  }

  @Test
  void everyRouteIsTheWholePathBecauseThePageIsNotBelowApi() throws IOException {
    assertThat(app.json("host.json").at("/extensions/http/routePrefix").asText("api")).isEmpty();
  }

  @Test
  void everyFunctionPointsToTheStagedJar() throws IOException {
    String jar = "../" + app.appJar().getFileName();

    assertThat(functions())
        .extracting(function -> function.json().path("scriptFile").asText())
        .containsOnly(jar);
  }

  @Test
  void everyTriggerLeavesKeysAndConnectionsAsTheSettingsSay() throws IOException {
    for (StagedFunction function : functions()) {
      JsonNode trigger = function.json().at("/bindings/0");
      assertThat(trigger.path("authLevel").asText("ANONYMOUS")).isEqualToIgnoringCase("anonymous");
      assertThat(trigger.path("connection").asText("AzureWebJobsStorage"))
          .isEqualTo("AzureWebJobsStorage");
      assertThat(trigger.path("methods").size()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void everyEntryPointLoadsFromTheStagedJarsAlone() throws Exception {
    try (URLClassLoader loader = app.loader()) {
      for (StagedFunction function : functions()) {
        Class<?> type = loader.loadClass(function.className());
        assertThat(type.getClassLoader()).isSameAs(loader);
        assertThat(Arrays.stream(type.getDeclaredMethods()).filter(named(function.methodName())))
            .singleElement()
            .matches(method -> Modifier.isPublic(method.getModifiers()));
      }
    }
  }

  @Test
  void theOneInstanceInjectorLoadsToo() throws Exception {
    String service = "com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector";
    try (URLClassLoader loader = app.loader();
        var named = loader.getResourceAsStream("META-INF/services/" + service)) {
      assertThat(named).isNotNull();
      String injector = new String(named.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(loader.loadClass(injector.strip()).getConstructors()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.tngtech.archunit.base.ArchUnitException",
        "io.crmsync.localapp.host.FunctionHost",
        "org.assertj.core.api.Assertions",
        "org.junit.jupiter.api.Test",
        "org.mockito.Mockito"
      })
  void aTestToolIsNotStaged(String className) throws IOException {
    try (URLClassLoader loader = app.loader()) {
      assertThatThrownBy(() -> loader.loadClass(className))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void nothingOfTheTestSourcesIsInTheJar() throws IOException {
    Path testClasses = Path.of("target/test-classes");

    assertThat(JarEntries.of(app.appJar()).classes())
        .isNotEmpty()
        .filteredOn(entry -> !entry.endsWith("/package-info.class"))
        .filteredOn(entry -> Files.isRegularFile(testClasses.resolve(entry)))
        .isEmpty();
  }

  private List<StagedFunction> functions() throws IOException {
    return app.functions().entrySet().stream()
        .map(function -> new StagedFunction(function.getKey(), function.getValue()))
        .toList();
  }

  private static java.util.function.Predicate<Method> named(String name) {
    return method -> method.getName().equals(name) && !method.isSynthetic();
  }
}
