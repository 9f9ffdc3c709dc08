package io.crmsync.localapp.host;

import com.microsoft.azure.functions.HttpMethod;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a request from the JDK's server into what functions are given. */
final class RequestReader {

  private RequestReader() {}

  /** The request; empty for a method that functions don't know. */
  static Optional<ReceivedRequest> read(
      HttpExchange exchange, URI address, Optional<LocalAuthentication> authentication)
      throws IOException {
    Optional<HttpMethod> method = method(exchange.getRequestMethod());
    if (method.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> received = headers(exchange);
    Map<String, String> headers =
        authentication.map(plays -> plays.apply(received)).orElse(received);
    URI uri = address.resolve(exchange.getRequestURI());
    return Optional.of(
        new ReceivedRequest(method.get(), uri, headers, query(uri), body(exchange, received)));
  }

  private static Optional<HttpMethod> method(String name) {
    return Arrays.stream(HttpMethod.values())
        .filter(method -> method.name().equals(name))
        .findFirst();
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    return headers;
  }

  private static Optional<byte[]> body(HttpExchange exchange, Map<String, String> headers)
      throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean chunked = headers.containsKey("transfer-encoding");
    return body.length == 0 || chunked ? Optional.empty() : Optional.of(body);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    String raw = uri.getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        query.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
