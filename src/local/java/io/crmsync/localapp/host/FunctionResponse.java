package io.crmsync.localapp.host;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A function's answer. Without a body type of its own it is text/plain, as in Azure. */
final class FunctionResponse implements HttpResponseMessage {

  private final HttpStatusType status;
  private final Map<String, String> headers;
  private final byte[] bytes;

  private FunctionResponse(HttpStatusType status, Map<String, String> headers, byte[] bytes) {
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
  }

  /** By name, in any case. */
  Map<String, String> headers() {
    return headers;
  }

  @Override
  public HttpStatusType getStatus() {
    return status;
  }

  @Override
  public @Nullable String getHeader(String key) {
    return headers.get(key);
  }

  @Override
  public byte[] getBody() {
    return bytes;
  }

  /** Collects an answer; a body is text or bytes. */
  static final class Builder implements HttpResponseMessage.Builder {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private HttpStatusType status;
    private byte[] bytes = new byte[0];

    Builder(HttpStatusType status) {
      this.status = status;
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
    public Builder body(Object body) {
      if (body instanceof String text) {
        bytes = text.getBytes(StandardCharsets.UTF_8);
      } else if (body instanceof byte[] raw) {
        bytes = raw.clone();
      } else {
        throw new IllegalArgumentException("A body is String or byte[], not " + body.getClass());
      }
      return this;
    }

    @Override
    public HttpResponseMessage build() {
      headers.putIfAbsent("Content-Type", "text/plain; charset=utf-8");
      return new FunctionResponse(status, headers, bytes);
    }
  }
}
