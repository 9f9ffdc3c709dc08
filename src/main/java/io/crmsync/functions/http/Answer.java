package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import io.crmsync.functions.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a function answers: status, a JSON body, and headers.
 *
 * @param facts for the audit log
 */
public record Answer(int status, JsonNode body, Map<String, String> headers, AuditFacts facts) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** Without its body, which may be people's data (R20). */
  @Override
  public String toString() {
    return "Answer " + status;
  }

  static Answer of(int status, JsonNode body) {
    return new Answer(status, body, Map.of("Content-Type", "application/json"), AuditFacts.NONE);
  }

  static Answer of(Problem problem) {
    return new Answer(
        problem.status(),
        problem.json(),
        Map.of("Content-Type", "application/problem+json"),
        AuditFacts.NONE);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, body, more, facts);
  }

  /** With what the audit log is to tell of it, unless that is told already. */
  Answer telling(AuditFacts others) {
    return new Answer(status, body, headers, facts.or(others));
  }

  /** As the platform wants it; nothing of it is to be kept by a browser or a proxy. */
  HttpResponseMessage to(HttpRequestMessage<?> request) {
    HttpResponseMessage.Builder response = request.createResponseBuilder(() -> status);
    BrowserHeaders.ofApi().forEach(response::header);
    headers.forEach(response::header);
    return response.body(Json.text(body)).build();
  }
}
