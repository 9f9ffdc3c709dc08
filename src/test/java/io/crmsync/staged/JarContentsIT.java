package io.crmsync.staged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.localapp.WorkerClassPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the one jar, as lists of what may be there: whatever else gets in is noticed. */
class JarContentsIT {
  private static final long TWENTY_FIVE_MEGABYTES = 25_000_000;

  private static final List<String> PACKAGES =
      List.of(
          "io/crmsync/(adapters|domain|functions|sync)/",
          "io/crmsync/shaded/gson/",
          "com/azure/(core|data/tables|identity|json|storage/(blob|common|internal/avro|queue)|xml)/",
          "com/fasterxml/jackson/(annotation|core|databind|datatype/jsr310)/",
          "com/github/benmanes/caffeine/",
          "com/microsoft/aad/msal4j/",
          "com/microsoft/azure/functions/annotation/",
          "com/microsoft/graph/(core|models|serviceclient)/",
          "com/microsoft/graph/users/item/(contactfolders|contacts)/",
          "com/microsoft/graph/(users/(item/)?)?[\\w$]+\\.class",
          "com/microsoft/kiota/",
          "de/siegmar/fastcsv/(reader|util)/",
          "io/github/stduritemplate/",
          "io/opentelemetry/(api|common|context)/",
          "jakarta/annotation/",
          "kotlin/",
          "okhttp3/",
          "okio/",
          "org/jspecify/annotations/",
          "org/reactivestreams/",
          "org/slf4j/",
          "reactor/(adapter|core|util)/");

  private static final List<String> FILES =
      List.of(
          "META-INF/MANIFEST\\.MF",
          "META-INF/LICENSE(\\.txt|\\.md)?",
          "META-INF/crm-outlook-sync/LICENSE",
          "META-INF/(FastCSV|FastDoubleParser|FastDoubleParser-ThirdParty|Schubfach)-LICENSE",
          "META-INF/NOTICE",
          "META-INF/THIRD-PARTY\\.txt",
          "META-INF/maven/[\\w.-]+/[\\w.-]+/pom\\.(xml|properties)",
          "META-INF/services/[\\w.]+",
          "azure-(core|identity|data-tables|storage-blob|storage-queue)\\.properties",
          "io/opentelemetry/(api|common|context)/version\\.properties",
          "kotlin/[\\w/]+\\.kotlin_builtins",
          "mapping/[\\w-]+\\.json",
          "okhttp3/internal/publicsuffix/(NOTICE|publicsuffixes\\.gz)",
          "web/[\\w./-]+");

  private static JarEntries jar;

  @BeforeAll
  static void open() throws IOException {
    jar = JarEntries.of(StagedApp.ofThisBuild().appJar());
  }

  @Test
  void onlyAllowedPackagesAreThere() {
    assertThat(jar.classes())
        .filteredOn(name -> PACKAGES.stream().noneMatch(allowed -> isIn(name, allowed)))
        .isEmpty();
  }

  @Test
  void everyAllowedPackageIsThere() {
    assertThat(PACKAGES)
        .filteredOn(allowed -> jar.classes().noneMatch(name -> isIn(name, allowed)))
        .isEmpty();
  }

  @Test
  void besideClassesOnlyAllowedFilesAreThere() {
    assertThat(jar.names())
        .filteredOn(name -> !name.endsWith(".class"))
        .filteredOn(name -> FILES.stream().noneMatch(name::matches))
        .isEmpty();
  }

  @Test
  void itIsSmall() throws IOException {
    assertThat(Files.size(jar.archive())).isLessThan(TWENTY_FIVE_MEGABYTES);
  }

  @Test
  void nothingIsThereTwice() {
    assertThat(jar.names()).doesNotHaveDuplicates();
  }

  @Test
  void noClassIsThereThatTheWorkerHasToo() throws IOException {
    Set<String> classes = jar.classes().collect(Collectors.toSet());
    for (Path workers : WorkerClassPath.ofTheWorker()) {
      assertThat(JarEntries.of(workers).classes().filter(classes::contains))
          .filteredOn(name -> !name.equals("module-info.class"))
          .isEmpty();
    }
  }

  /** Names that the allow-list would refuse too: here it is said why. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/google/gson/", // the Java worker's would be taken
        "com/microsoft/azure/functions/ExecutionContext.class", // the worker's
        "com/microsoft/azure/functions/spi/", // the worker's
        "com/google/common/", // for encrypted notifications alone, as the two below
        "com/auth0/",
        "io/jsonwebtoken/",
        "com/sun/jna/", // for a developer's sign-in on Windows
        "io/netty/", // another HTTP client beside OkHttp
        "io/crmsync/localapp/", // the local run, as the two below and its sample
        "io/crmsync/simulators/",
        "picocli/",
        "sample/",
        "module-info.class",
        "local.settings.json"
      })
  void whatNobodyNeedsOrOthersBringIsNotThere(String name) {
    assertThat(jar.names()).noneMatch(entry -> entry.startsWith(name));
  }

  @Test
  void noSignatureIsThereWhichTheMergedJarWouldBreak() {
    assertThat(jar.names()).noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"));
  }

  @Test
  void classesForNewerJavasAreFoundThere() throws IOException {
    assertThat(attributes().getValue("Multi-Release")).isEqualTo("true");
    assertThat(jar.names()).anyMatch(name -> name.startsWith("META-INF/versions/21/"));
  }

  @Test
  void everyServiceThatIsNamedIsThere() throws IOException {
    Set<String> classes = jar.classes().collect(Collectors.toSet());
    for (String services : names("META-INF/services/")) {
      List<String> providers = lines(services).stream().filter(line -> !isComment(line)).toList();
      assertThat(providers)
          .as(services)
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allMatch(provider -> classes.contains(provider.strip().replace('.', '/') + ".class"));
    }
  }

  @Test
  void theInjectorIsTheOnlyOneOfItsKind() throws IOException {
    assertThat(
            lines(
                "META-INF/services/com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector"))
        .containsExactly("io.crmsync.functions.FunctionInstances");
  }

  @ParameterizedTest
  @CsvSource({
    "META-INF/LICENSE, TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
    "META-INF/LICENSE.txt, Permission is hereby granted",
    "META-INF/LICENSE.md, Eclipse Public License",
    "META-INF/crm-outlook-sync/LICENSE, MIT License",
    "META-INF/FastDoubleParser-LICENSE, MIT License",
    "META-INF/NOTICE, Jackson JSON processor",
    "META-INF/NOTICE, Notices for Jakarta Annotations",
    "okhttp3/internal/publicsuffix/NOTICE, Mozilla Public"
  })
  void licencesAndNoticesOfOthersAreKept(String file, String words) throws IOException {
    assertThat(new String(jar.read(file), UTF_8)).contains(words);
  }

  @Test
  void everyoneWhoseWorkIsInItIsListedWithALicence() throws IOException {
    String list = new String(jar.read("META-INF/THIRD-PARTY.txt"), UTF_8);
    assertThat(list).doesNotContain("Unknown license");
    for (String properties : names("META-INF/maven/", "/pom.properties")) {
      String[] path = properties.split("/", -1);
      assertThat(list).contains("(" + path[2] + ":" + path[3] + ":");
    }
    assertThat(list)
        .contains("com.microsoft.graph:microsoft-graph:", "com.squareup.okhttp3:okhttp:");
  }

  private List<String> names(String start, String... ends) {
    return jar.names().stream()
        .filter(name -> name.startsWith(start))
        .filter(name -> List.of(ends).stream().allMatch(name::endsWith))
        .toList();
  }

  private List<String> lines(String file) throws IOException {
    return new String(jar.read(file), UTF_8).lines().toList();
  }

  private Attributes attributes() throws IOException {
    return new Manifest(new ByteArrayInputStream(jar.read("META-INF/MANIFEST.MF")))
        .getMainAttributes();
  }

  private static boolean isIn(String name, String allowed) {
    return Pattern.compile(allowed).matcher(name).lookingAt();
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.startsWith("#");
  }
}
