package io.crmsync.functions.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.shaded.QuotingException;
import io.crmsync.sync.port.CrmBroken;
import org.junit.jupiter.api.Test;

/** R20: what is told of a failure. */
class SafeTraceTest {
  private static final String PERSONAL = "Ada Lovelace";

  @Test
  void ourOwnExceptionsAreQuoted() {
    assertThat(SafeTrace.of(new CrmBroken("users: out of order"))).contains("out of order");
  }

  @Test
  void aLibraryThatThePackageCarriesUnderItsOwnNameIsNotQuoted() {
    assertThat(SafeTrace.of(new IllegalStateException(new QuotingException(PERSONAL))))
        .contains("io.crmsync.shaded.QuotingException")
        .doesNotContain(PERSONAL);
  }
}
