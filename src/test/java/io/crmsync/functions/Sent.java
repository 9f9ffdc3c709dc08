package io.crmsync.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import io.crmsync.functions.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A response as the platform would send it, and its builder. */
public final class Sent implements HttpResponseMessage, HttpResponseMessage.Builder {
  private final Map<String, String> headers = new HashMap<>();
  private HttpStatusType status;
  private Object body = "";

  Sent(HttpStatusType status) {
    this.status = status;
  }

  public JsonNode json() {
    try {
      return Json.MAPPER.readTree((String) body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public HttpStatusType getStatus() {
    return status;
  }

  @Override
  public String getHeader(String key) {
    return headers.getOrDefault(key, "");
  }

  @Override
  public Object getBody() {
    return body;
  }

  @Override
  public Builder status(HttpStatusType newStatus) {
    status = newStatus;
    return this;
  }

  @Override
  public Builder header(String key, String value) {
    headers.put(key, value);
    return this;
  }

  @Override
  public Builder body(Object newBody) {
    body = newBody;
    return this;
  }

  @Override
  public HttpResponseMessage build() {
    return this;
  }
}
