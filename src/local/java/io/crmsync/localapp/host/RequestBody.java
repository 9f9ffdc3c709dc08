package io.crmsync.localapp.host;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The body types a request parameter may ask for: text or bytes, optional or not. */
enum RequestBody {
  OPTIONAL_TEXT("java.util.Optional<java.lang.String>"),
  OPTIONAL_BYTES("java.util.Optional<byte[]>"),
  TEXT("java.lang.String"),
  BYTES("byte[]");

  private final String typeName;

  RequestBody(String typeName) {
    this.typeName = typeName;
  }

  /** How {@code parameter} gets its request; empty if it is none or asks for another body. */
  static Optional<Argument> argument(Parameter parameter) {
    return Arrays.stream(values())
        .filter(body -> body.isOf(parameter.getParameterizedType()))
        .findFirst()
        .map(body -> invocation -> body.request((ReceivedRequest) invocation.payload()));
  }

  private Object request(ReceivedRequest received) {
    return new FunctionRequest<>(received, convert(received.body()));
  }

  private Object convert(Optional<byte[]> body) {
    return switch (this) {
      case OPTIONAL_TEXT -> body.map(RequestBody::text);
      case OPTIONAL_BYTES -> body;
      case TEXT -> body.map(RequestBody::text).orElse("");
      case BYTES -> body.orElse(new byte[0]);
    };
  }

  private boolean isOf(Type type) {
    return type instanceof ParameterizedType request
        && request.getRawType() == HttpRequestMessage.class
        && request.getActualTypeArguments()[0].getTypeName().equals(typeName);
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
