package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.crmsync.functions.wire.Headers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R20: what is printed of a request and its answer")
class RequestsAndAnswersPrintNobodyTest {
  private static final String SECRET = "secret@example.org";

  @Test
  void aHeadersValueIsNotPrintedItsNameIs() {
    assertThat(new Headers(Map.of("Authorization", SECRET)).toString())
        .contains("Authorization")
        .doesNotContain(SECRET);
  }

  @Test
  void ofAnAnswerTheStatusIsPrinted() {
    assertThat(
            new Answer(200, new TextNode(SECRET), Map.of("Location", SECRET), AuditFacts.NONE)
                .toString())
        .contains("200")
        .doesNotContain(SECRET);
  }
}
