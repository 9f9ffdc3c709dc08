package io.crmsync.localapp.host;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Sends a function's answer by the JDK's server. */
final class ResponseWriter {

  private ResponseWriter() {}

  static void write(HttpExchange exchange, HttpResponseMessage message) throws IOException {
    if (!(message instanceof FunctionResponse response)) {
      throw new IllegalStateException("Make the answer by request.createResponseBuilder");
    }
    response.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = response.getBody();
    boolean hasBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.getStatusCode(), hasBody ? body.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
  }
}
