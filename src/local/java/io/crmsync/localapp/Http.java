package io.crmsync.localapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmsync.localapp.waiting.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the processes of the local run; JSON comes and goes. */
final class Http {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String AUTHORIZATION = "Authorization";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Http() {}

  /** Sends a GET; gives the JSON of the answer. */
  static JsonNode get(URI address) {
    return send(request(address).GET());
  }

  /** Sends a POST; gives the JSON of the answer. */
  static JsonNode post(URI address, String body) {
    return send(request(address).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /**
   * Sends a GET, signed in as the local run's authentication has it; gives the JSON of the answer.
   */
  static JsonNode get(URI address, String authorization) {
    return send(request(address).header(AUTHORIZATION, authorization).GET());
  }

  /**
   * Sends a POST, signed in as the local run's authentication has it; gives the JSON of the answer.
   */
  static JsonNode post(URI address, String authorization, String body) {
    return send(
        request(address)
            .header(AUTHORIZATION, authorization)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static <T> T read(JsonNode json, Class<T> type) {
    try {
      return JSON.treeToValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever is answered, with whatever status. */
  static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(Patience.LIMIT);
  }

  private static JsonNode send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    HttpResponse<String> answer = send(request);
    try {
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            request.method()
                + " "
                + request.uri()
                + ": "
                + answer.statusCode()
                + " "
                + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " gives no JSON", e);
    }
  }
}
