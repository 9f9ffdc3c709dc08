package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.NeverHangs;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only Bicep itself can say of its files: types, versions, its linter's rules, its form. */
@NeverHangs
class BicepTest {
  @BeforeEach
  void bicepIsThere() {
    Tool.BICEP.isNeeded();
  }

  /** Every file compiles without a warning, and every rule of the linter is on. */
  @Test
  void everyFileCompilesAndPassesTheLinter() {
    try (WorkingCopy copy = WorkingCopy.ofInfra().withGraphTypes()) {
      Tool.Answer answer = copy.bicep(Map.of(), "lint", "--pattern", "**/*.bicep");

      assertThat(answer.remarks()).isEmpty();
      assertThat(answer.output().lines().filter(line -> !line.contains(" : Info "))).isEmpty();
      assertThat(answer.status()).isZero();
    }
  }

  @Test
  void aFileThatDoesNotCompileOrBreaksARuleIsNoticed() {
    try (WorkingCopy broken = WorkingCopy.ofInfra()) {
      broken.write("app/broken.bicep", "param size int = 'large'\n");

      Tool.Answer answer = broken.bicep(Map.of(), "lint", "app/broken.bicep");

      assertThat(answer.status()).isNotZero();
      assertThat(answer.errors() + answer.output()).contains("BCP").contains("no-unused-params");
    }
  }

  @Test
  void everyFileIsWrittenAsBicepFormatsIt() {
    try (WorkingCopy copy = WorkingCopy.ofInfra()) {
      Map<String, String> before = copy.texts();

      copy.bicep(Map.of(), "format", "--pattern", "**/*.bicep*").clean();

      assertThat(copy.texts()).isEqualTo(before);
    }
  }
}
