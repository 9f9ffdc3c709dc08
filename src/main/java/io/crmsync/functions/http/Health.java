package io.crmsync.functions.http;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.functions.wire.Json;
import java.util.Optional;

/** {@code GET /api/health}: that the app answers, to anyone, and nothing else. */
public final class Health {
  @FunctionName("Health")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "api/health")
          HttpRequestMessage<Optional<String>> request) {
    return Answer.of(200, Json.MAPPER.createObjectNode().put("status", "ok")).to(request);
  }
}
