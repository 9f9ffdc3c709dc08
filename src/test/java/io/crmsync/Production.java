package io.crmsync;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The compiled program without its tests, read once for all rules about it. */
final class Production {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.crmsync");

  private Production() {}

  /** Fails with every place that breaks the rule, and where the rule is about no class at all. */
  static void obeys(ArchRule rule) {
    rule.allowEmptyShould(false).check(CLASSES);
  }
}
