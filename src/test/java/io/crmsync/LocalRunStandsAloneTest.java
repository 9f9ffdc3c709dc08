package io.crmsync;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.crmsync.localapp.waiting.Patience;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The local run and its simulators (src/local) are compiled with the tests and into one place with
 * them, in the same packages. They must do without: they also run where no test is.
 */
@DisplayName("The local run stands alone")
class LocalRunStandsAloneTest {
  private static final DescribedPredicate<JavaClass> LOCAL =
      DescribedPredicate.describe("are in src/local", type -> LocalSources.have(type.getName()));

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importUrl(Patience.class.getProtectionDomain().getCodeSource().getLocation());

  @ParameterizedTest
  @CsvSource({
    "localapp.waiting,",
    "localapp.files,",
    "localapp.azurite, io.crmsync.localapp.files io.crmsync.localapp.waiting",
    "localapp.host,    io.crmsync.localapp.files com.microsoft.azure.functions"
        + " com.azure.storage.queue com.azure.core com.fasterxml.jackson com.sun.net.httpserver",
    "simulators.crm,   com.fasterxml.jackson com.sun.net.httpserver picocli",
    "simulators.graph, com.fasterxml.jackson com.sun.net.httpserver picocli"
  })
  void eachPartSeesWhatItsPackageSays(String part, @Nullable String seen) {
    only("io.crmsync." + part, packages(seen));
  }

  @Test
  void theRunSeesItsPartsTheProductAndNoTestTool() {
    only(
        "io.crmsync.localapp",
        packages(
            "io.crmsync.localapp io.crmsync.simulators io.crmsync.functions io.crmsync.adapters"
                + " io.crmsync.sync io.crmsync.domain com.microsoft.azure.functions"
                + " com.azure.storage.blob com.azure.core com.fasterxml.jackson com.google.gson"
                + " com.sun.net.httpserver picocli"));
  }

  @Test
  void thereAreNoOtherPackages() {
    assertThat(ALL.that(LOCAL).stream().map(JavaClass::getPackageName).distinct())
        .containsExactlyInAnyOrder(
            "io.crmsync.localapp",
            "io.crmsync.localapp.azurite",
            "io.crmsync.localapp.files",
            "io.crmsync.localapp.host",
            "io.crmsync.localapp.waiting",
            "io.crmsync.simulators.crm",
            "io.crmsync.simulators.graph");
  }

  @Test
  void aTestOfTheSamePackageIsNoticed() {
    assertThatThrownBy(
            () ->
                classes()
                    .that(JavaClass.Predicates.simpleName("LocalRunIT"))
                    .should(onlyDependOnClassesThat(noTest()))
                    .check(ALL))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("RunOfItsOwn");
  }

  private static void only(String from, String... to) {
    String[] seen =
        Stream.concat(Stream.of("java..", "org.jspecify..", from), Stream.of(to))
            .toArray(String[]::new);
    classes()
        .that(LOCAL)
        .and()
        .resideInAPackage(from)
        .should(onlyDependOnClassesThat(resideInAnyPackage(seen).and(noTest())))
        .allowEmptyShould(false)
        .check(ALL);
  }

  /** What is compiled into one place with us has to be of us. */
  private static DescribedPredicate<JavaClass> noTest() {
    return LOCAL.or(
        DescribedPredicate.describe("are not beside it", type -> !ALL.contain(type.getName())));
  }

  private static String[] packages(@Nullable String names) {
    return names == null
        ? new String[0]
        : Stream.of(names.split(" ")).map(name -> name + "..").toArray(String[]::new);
  }
}
