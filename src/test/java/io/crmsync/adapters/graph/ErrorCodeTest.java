package io.crmsync.adapters.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {
  @Test
  void theCodeOfTheErrorObjectCounts() {
    assertThat(ErrorCode.in("{\"error\":{\"code\":\"ErrorItemNotFound\",\"message\":\"x\"}}"))
        .isEqualTo("ErrorItemNotFound");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "{}",
        "[]",
        "null",
        "{\"error\":\"text\"}",
        "{\"error\":{\"code\":null}}",
        "{\"error\":{\"code\":\"Ada Sample\"}}",
        "{\"error\":{\"code\":\"ada@example.org\"}}",
        "{\"error\":{\"code\":\"Cut"
      })
  void whatIsNoCodeIsNone(String body) {
    assertThat(ErrorCode.in(body)).isEmpty();
  }
}
