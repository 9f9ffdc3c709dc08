package io.crmsync;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may differ from one run to the next is asked for in one place, and handed in elsewhere. */
@DisplayName("Environment, time and chance")
class PurityTest {
  private static final String DOMAIN = "io.crmsync.domain..";
  private static final String COMPOSITION_ROOT = "io.crmsync.functions.CompositionRoot";
  private static final String SETTINGS = "io.crmsync.functions.settings.Settings";

  @Test
  void onlySettingsReadTheEnvironment() {
    nobodyBut(SETTINGS, "read the environment", access -> is(access, "java.lang.System", "getenv"));
  }

  @Test
  void onlyTheCompositionRootAsksForAClock() {
    nobodyBut(COMPOSITION_ROOT, "ask for a clock", PurityTest::clock);
  }

  private static boolean clock(JavaAccess<?> access) {
    return Set.of("java.time.Clock", "java.time.InstantSource")
            .contains(access.getTargetOwner().getName())
        && Set.of(
                "system",
                "systemUTC",
                "systemDefaultZone",
                "tick",
                "tickMillis",
                "tickSeconds",
                "tickMinutes")
            .contains(access.getName());
  }

  /** {@code Instant.now(clock)} is how a clock is asked. */
  private static boolean pastAClock(JavaAccess<?> access) {
    return (access.getTargetOwner().getPackageName().equals("java.time")
            && access.getName().equals("now")
            && !access.getTarget().getFullName().contains("java.time.Clock"))
        || is(access, "java.lang.System", "currentTimeMillis")
        || (is(access, "java.util.Date", "<init>")
            && access.getTarget().getFullName().endsWith("()"));
  }

  /** Adapters and functions too: what they measure or stamp, a test must be able to say. */
  @Test
  void nobodyAsksWhatTimeItIsButOfAClock() {
    nobodyBut(COMPOSITION_ROOT, "tell the time past a clock", PurityTest::pastAClock);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void everyWayToTakeThemIsKnown(JavaAccess<?> call) {
    assertThat(clock(call) || impure(call)).as(call.getDescription()).isTrue();
  }

  static Stream<JavaAccess<?>> calls() {
    return new ClassFileImporter()
        .importClasses(Taking.class).get(Taking.class).getMethods().stream()
            .flatMap(method -> method.getAccessesFromSelf().stream())
            .filter(access -> !access.getName().equals("valueOf"))
            .filter(access -> !access.getTargetOwner().getName().equals("java.time.ZoneOffset"));
  }

  /** One call a line, none of which the program may make where it likes. */
  @SuppressWarnings({"unused", "TimeZoneUsage", "JavaTimeDefaultTimeZone"})
  private static final class Taking {
    @SuppressWarnings("JavaUtilDate") // it is one of the ways to the time
    Object one(int which) {
      return switch (which) {
        case 0 -> Clock.systemUTC();
        case 1 -> Clock.systemDefaultZone();
        case 2 -> Clock.system(ZoneOffset.UTC);
        case 3 -> InstantSource.system();
        case 4 -> Instant.now();
        case 5 -> OffsetDateTime.now(ZoneOffset.UTC);
        case 6 -> LocalDate.now(ZoneOffset.UTC);
        case 7 -> System.currentTimeMillis();
        case 8 -> System.nanoTime();
        case 9 -> Math.random();
        case 10 -> UUID.randomUUID();
        case 11 -> new Random();
        case 12 -> new SecureRandom();
        case 13 -> ThreadLocalRandom.current();
        case 14 -> new SplittableRandom();
        case 15 -> RandomGenerator.getDefault();
        default -> new Date();
      };
    }
  }

  @Test
  void domainAndUseCasesAreGivenTimeAndChance() {
    Production.obeys(
        noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, "io.crmsync.sync..")
            .should(accessTargetWhere(described("tell time or throw dice", PurityTest::impure))));
  }

  private static boolean impure(JavaAccess<?> access) {
    return pastAClock(access)
        || is(access, "java.lang.System", "nanoTime")
        || is(access, "java.lang.Math", "random")
        || is(access, "java.util.UUID", "randomUUID")
        || access.getTargetOwner().isAssignableTo(RandomGenerator.class);
  }

  private static boolean is(JavaAccess<?> access, String owner, String name) {
    return access.getTargetOwner().getName().equals(owner) && access.getName().equals(name);
  }

  private static void nobodyBut(String owner, String what, Predicate<JavaAccess<?>> forbidden) {
    Production.obeys(
        noClasses()
            .that(DescribedPredicate.not(in(owner)))
            .should(accessTargetWhere(described(what, forbidden))));
  }

  /** The class or one nested in it. */
  private static DescribedPredicate<JavaClass> in(String name) {
    return DescribedPredicate.describe(
        name, type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
  }

  private static DescribedPredicate<JavaAccess<?>> described(
      String what, Predicate<JavaAccess<?>> predicate) {
    return DescribedPredicate.describe(what, predicate);
  }
}
