package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/transcript.md shows every operation of the contract, and each call that is listed. */
class TranscriptTest {
  private final List<TranscriptCall> calls = TranscriptCall.read(Transcript.CALLS);

  @Test
  void everyOperationIsCalled() throws IOException {
    JsonNode paths =
        new YAMLMapper().readTree(Path.of("docs/api/http-api.openapi.yaml").toFile()).path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      String form = path.getKey().substring("/api/".length()).replaceAll("\\{\\w+}", "[^/]+");
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method ->
                  assertThat(calls)
                      .as(method + " " + path.getKey())
                      .anyMatch(call -> isOf(call, method, form)));
    }
  }

  private static boolean isOf(TranscriptCall call, String method, String form) {
    return !call.toTheCrm()
        && call.method().toLowerCase(Locale.ROOT).equals(method)
        && call.path().replaceAll("\\?.*", "").matches(form);
  }

  @Test
  void theTranscriptHasEachCallInOrder() throws IOException {
    String text = Files.readString(Transcript.RESULT);
    int at = 0;
    for (TranscriptCall call : calls) {
      at = text.indexOf("\n" + call.shows() + "\n", at);
      assertThat(at).as("made before this call was added: " + call.shows()).isNotNegative();
    }
  }
}
