package io.crmsync;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.crmsync.sync.UseCases;

/**
 * The compiled program without its tests, read once for all rules about it: what was compiled into
 * one place with the use cases, wherever that is.
 */
final class Production {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(UseCases.class.getProtectionDomain().getCodeSource().getLocation());

  private Production() {}

  /** Fails with every place that breaks the rule, and where the rule is about no class at all. */
  static void obeys(ArchRule rule) {
    rule.allowEmptyShould(false).check(CLASSES);
  }
}
