package io.crmsync.simulators.graph;

import java.util.Map;

/**
 * A refusal as Graph gives it: a status, a code in the body's error object, and perhaps headers.
 */
final class GraphError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, String> headers;

  GraphError(int status, String code, String message) {
    this(status, code, message, Map.of());
  }

  GraphError(int status, String code, String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.headers = Map.copyOf(headers);
  }

  static GraphError invalidRequest(String code, String message) {
    return new GraphError(400, code, message);
  }

  static GraphError notFound() {
    return new GraphError(
        404, "ErrorItemNotFound", "The specified object was not found in the store.");
  }

  static GraphError accessDenied() {
    return new GraphError(
        403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
  }

  static GraphError notAllowed() {
    return new GraphError(405, "ErrorInvalidRequest", "The OData request is not supported.");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Map<String, String> headers() {
    return headers;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
