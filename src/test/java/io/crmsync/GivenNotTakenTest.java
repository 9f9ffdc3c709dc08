package io.crmsync;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What may differ from one run to the next is asked for in one place, and handed in elsewhere. */
@DisplayName("Environment, time and chance")
class GivenNotTakenTest {
  private static final String DOMAIN = "io.crmsync.domain..";
  private static final String COMPOSITION_ROOT = "io.crmsync.functions.CompositionRoot";
  private static final String SETTINGS = "io.crmsync.functions.Settings";

  @Test
  void onlySettingsReadTheEnvironment() {
    nobodyBut(SETTINGS, "read the environment", access -> is(access, "java.lang.System", "getenv"));
  }

  @Test
  void onlyTheCompositionRootAsksForAClock() {
    nobodyBut(
        COMPOSITION_ROOT,
        "ask for a clock",
        access ->
            access.getTargetOwner().getName().equals("java.time.Clock")
                && Set.of(
                        "system",
                        "systemUTC",
                        "systemDefaultZone",
                        "tick",
                        "tickMillis",
                        "tickSeconds",
                        "tickMinutes")
                    .contains(access.getName()));
  }

  @Test
  void domainAndUseCasesAreGivenTimeAndChance() {
    Production.obeys(
        noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, "io.crmsync.sync..")
            .should(
                accessTargetWhere(
                    described("tell time or throw dice", GivenNotTakenTest::impure))));
  }

  private static boolean impure(JavaAccess<?> access) {
    return (access.getTargetOwner().getPackageName().equals("java.time")
            && access.getName().equals("now")
            && !access.getTarget().getFullName().contains("java.time.Clock"))
        || is(access, "java.lang.System", "currentTimeMillis")
        || is(access, "java.lang.System", "nanoTime")
        || is(access, "java.lang.Math", "random")
        || is(access, "java.util.UUID", "randomUUID")
        || access.getTargetOwner().isAssignableTo(Random.class);
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
