package io.crmsync;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.net.IDN;
import java.time.Clock;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The arrows of the architecture, as white lists: a misspelt name then forbids too much and is
 * noticed, instead of allowing everything.
 */
@DisplayName("The architecture")
class ArchitectureTest {
  private static final String DOMAIN = "io.crmsync.domain..";
  private static final String PORTS = "io.crmsync.sync.port..";

  /** What adapters that speak HTTP read in the same way. */
  private static final String HTTP = "io.crmsync.adapters.http..";

  /** What adapters of CRMs read in the same way. */
  private static final String SOURCE = "io.crmsync.adapters.source..";

  /** It forgets what a use case may remember for minutes; it does nothing outside memory. */
  private static final String CAFFEINE = "com.github.benmanes.caffeine..";

  private static final DescribedPredicate<JavaClass> COMPOSITION_ROOT =
      DescribedPredicate.describe(
          "CompositionRoot",
          type -> type.getName().matches("io\\.crmsync\\.functions\\.CompositionRoot(\\$.*)?"));

  @Test
  void everyClassIsInAPackageOfThePlan() {
    Production.obeys(
        classes()
            .should()
            .resideInAnyPackage(
                DOMAIN,
                "io.crmsync.sync..",
                "io.crmsync.adapters.csv..",
                "io.crmsync.adapters.feed..",
                "io.crmsync.adapters.graph..",
                "io.crmsync.adapters.http..",
                "io.crmsync.adapters.mapping..",
                "io.crmsync.adapters.source..",
                "io.crmsync.adapters.storage..",
                "io.crmsync.functions.."));
  }

  /** Nothing that reads, writes, waits, logs or tells the time; of java.net one pure function. */
  @Test
  void theDomainSeesItselfAndThePurePartsOfJava() {
    DescribedPredicate<JavaClass> pure =
        resideInAnyPackage(
                "java.lang..",
                "java.math",
                "java.nio.charset",
                "java.security",
                "java.text",
                "java.time..",
                "java.util",
                "java.util.function",
                "java.util.regex",
                "java.util.stream",
                "org.jspecify..",
                DOMAIN)
            .or(JavaClass.Predicates.type(IDN.class));
    DescribedPredicate<JavaClass> timeOrChance =
        JavaClass.Predicates.assignableTo(Clock.class)
            .or(JavaClass.Predicates.assignableTo(Random.class));
    Production.obeys(
        classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should(onlyDependOnClassesThat(pure.and(DescribedPredicate.not(timeOrChance)))));
  }

  @ParameterizedTest
  @CsvSource({
    "contact,",
    "reason,",
    "version,",
    "audience,    contact reason",
    "mapping,     contact",
    "eligibility, contact reason audience",
    "outlook,     contact",
    "base,        contact outlook",
    "patch,       contact base outlook",
    "removal,     contact reason audience version",
    "pair,        contact reason base outlook patch removal",
    "plan,        contact reason audience eligibility base outlook patch removal pair",
    "mailbox,     contact reason audience outlook pair",
    "run,         contact",
    "snapshot,    contact reason audience mapping eligibility base"
  })
  void withinTheDomainArrowsPointOneWay(String from, @Nullable String to) {
    only(within("domain", from), words(to).map(name -> within("domain", name)));
  }

  @ParameterizedTest
  @CsvSource({
    "call,",
    "step,",
    "gather,",
    "mailbox,  call",
    "pair,     step mailbox",
    "snapshot, mailbox",
    "preview,  call mailbox pair snapshot",
    "request,  call mailbox snapshot preview",
    "removal,  call pair snapshot",
    "notice,   call step pair snapshot removal",
    "sweep,    call step mailbox pair preview snapshot",
    "dryrun,   mailbox pair snapshot preview removal",
    "run,      call step snapshot removal sweep dryrun"
  })
  void amongTheUseCasesArrowsPointOneWay(String from, @Nullable String to) {
    Stream<String> outside = Stream.of(DOMAIN, PORTS, CAFFEINE);
    only(within("sync", from), Stream.concat(outside, words(to).map(name -> within("sync", name))));
  }

  @Test
  void theDomainHasNoOtherPackages() {
    Production.obeys(
        classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .resideInAnyPackage(
                Stream.of(
                        "contact",
                        "reason",
                        "version",
                        "audience",
                        "mapping",
                        "eligibility",
                        "outlook",
                        "base",
                        "patch",
                        "removal",
                        "pair",
                        "plan",
                        "mailbox",
                        "run",
                        "snapshot")
                    .map(name -> "io.crmsync.domain." + name)
                    .toArray(String[]::new)));
  }

  @Test
  void useCasesSeeTheDomainAndTheirPorts() {
    only("io.crmsync.sync..", DOMAIN, CAFFEINE);
  }

  @Test
  void theUseCasesHaveNoOtherPackages() {
    Production.obeys(
        classes()
            .that()
            .resideInAPackage("io.crmsync.sync..")
            .should()
            .resideInAnyPackage(
                Stream.concat(
                        Stream.of("io.crmsync.sync", PORTS),
                        Stream.of(
                                "call",
                                "step",
                                "gather",
                                "mailbox",
                                "pair",
                                "snapshot",
                                "preview",
                                "request",
                                "removal",
                                "notice",
                                "sweep",
                                "dryrun",
                                "run")
                            .map(name -> within("sync", name)))
                    .toArray(String[]::new)));
  }

  @Test
  void portsSeeTheDomain() {
    only("io.crmsync.sync.port", DOMAIN);
  }

  @Test
  void onlyTheStorageAdapterSeesAzureStorage() {
    only(
        "io.crmsync.adapters.storage..",
        DOMAIN,
        PORTS,
        "com.azure.data..",
        "com.azure.storage..",
        "com.azure.core..",
        "com.azure.identity..",
        "com.fasterxml.jackson..",
        "reactor.core..", // in the signature of a pipeline policy
        "okhttp3..", // its connection pool is sized there
        "okio..",
        "kotlin..");
  }

  @Test
  void onlyTheGraphAdapterSeesGraph() {
    only(
        "io.crmsync.adapters.graph..",
        DOMAIN,
        PORTS,
        HTTP,
        "com.microsoft.graph..",
        "com.microsoft.kiota..",
        "com.azure.core..",
        "com.azure.identity..",
        "com.fasterxml.jackson..",
        "okhttp3..",
        "okio..",
        "kotlin..");
  }

  @Test
  void whatHttpAdaptersShareSeesNothingOfOurs() {
    only("io.crmsync.adapters.http..", "java..", "org.jspecify..");
  }

  @Test
  void whatAdaptersOfCrmsShareSeesNoneOfThem() {
    only(
        "io.crmsync.adapters.source..",
        DOMAIN,
        PORTS,
        HTTP,
        "com.azure.core..",
        "com.azure.identity..",
        "com.fasterxml.jackson..",
        "okhttp3..",
        "okio..",
        "kotlin..");
  }

  @Test
  void theFeedSeesNoAdapterBesideIt() {
    only(
        "io.crmsync.adapters.feed..",
        DOMAIN,
        PORTS,
        HTTP,
        SOURCE,
        "com.azure.core..",
        "com.azure.identity..",
        "com.fasterxml.jackson..",
        "okhttp3..",
        "okio..",
        "kotlin..");
  }

  @Test
  void filesAreReadWithoutHttpOrStorage() {
    only(
        "io.crmsync.adapters.csv..",
        DOMAIN,
        PORTS,
        SOURCE,
        "com.fasterxml.jackson..",
        "de.siegmar.fastcsv.reader..");
  }

  @Test
  void theMappingSeesJsonAndWhatAdaptersOfCrmsShare() {
    only("io.crmsync.adapters.mapping..", DOMAIN, PORTS, SOURCE, "com.fasterxml.jackson..");
  }

  @Test
  void onlyFunctionsSeeAzureFunctionsAndOnlyTheirCompositionRootSeesAdapters() {
    Production.obeys(
        classes()
            .that()
            .resideInAPackage("io.crmsync.functions..")
            .and(DescribedPredicate.not(COMPOSITION_ROOT))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "io.crmsync.functions..",
                "io.crmsync.sync..",
                DOMAIN,
                "com.microsoft.azure.functions..",
                "com.fasterxml.jackson.."));
  }

  @ParameterizedTest
  @CsvSource({
    "wire,",
    "web,",
    "measure,",
    "settings,",
    "signin,   settings wire",
    "timer,    measure",
    "queue,    measure",
    "http,     measure settings signin web wire"
  })
  void amongTheFunctionsArrowsPointOneWay(String from, @Nullable String to) {
    Stream<String> outside =
        Stream.of(
            DOMAIN,
            "io.crmsync.sync..",
            "com.microsoft.azure.functions..",
            "com.fasterxml.jackson..");
    only(
        within("functions", from),
        Stream.concat(outside, words(to).map(name -> within("functions", name))));
  }

  @Test
  void packagesHaveNoCycles() {
    Production.obeys(slices().matching("io.crmsync.(**)").should().beFreeOfCycles());
  }

  @Test
  void aRuleAboutAPackageThatIsNotThereFails() {
    assertThatThrownBy(() -> only("io.crmsync.domian..", DOMAIN))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  private static String within(String part, String name) {
    return "io.crmsync." + part + "." + name + "..";
  }

  private static void only(String from, String... to) {
    only(from, Stream.of(to));
  }

  private static void only(String from, Stream<String> to) {
    Production.obeys(
        classes()
            .that()
            .resideInAPackage(from)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                Stream.concat(Stream.of("java..", "org.jspecify..", from), to)
                    .toArray(String[]::new)));
  }

  private static Stream<String> words(@Nullable String text) {
    return text == null ? Stream.empty() : Stream.of(text.split(" "));
  }
}
