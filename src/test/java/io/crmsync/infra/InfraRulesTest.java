package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the folder as it is, and notices when it is broken. */
class InfraRulesTest {

  @ParameterizedTest
  @EnumSource
  void itHolds(InfraRule rule) {
    assertThat(rule.problems(BicepFolder.asItIs())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.crmsync.infra.Mutation#all")
  void itNotices(Mutation mutation) {
    assertThat(mutation.rule().problems(mutation.folder())).isNotEmpty();
  }

  @Test
  void everyRuleIsBrokenOnce() {
    assertThat(Mutation.all()).extracting(Mutation::rule).contains(InfraRule.values());
  }
}
