package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Talks to a simulator over HTTP, asking for immutable ids unless told otherwise. */
final class SimulatorClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String baseUrl;
  private final boolean immutableIds;

  SimulatorClient(String baseUrl) {
    this(baseUrl, true);
  }

  private SimulatorClient(String baseUrl, boolean immutableIds) {
    this.baseUrl = baseUrl;
    this.immutableIds = immutableIds;
  }

  /** One answer, its body as JSON where it is an object and as text. */
  record Answer(int status, ObjectNode json, String text, HttpResponse<String> response) {
    static Answer of(HttpResponse<String> response) {
      ObjectNode json = Json.parse(response.body()).orElseGet(Json::object);
      return new Answer(response.statusCode(), json, response.body(), response);
    }

    String id() {
      return json.path("id").asText();
    }

    String code() {
      return json.at("/error/code").asText();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  SimulatorClient withoutPrefer() {
    return new SimulatorClient(baseUrl, false);
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, String json) {
    return send(withBody(path, "POST", json));
  }

  Answer patch(String path, String json) {
    return send(withBody(path, "PATCH", json));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  CompletableFuture<Answer> getLater(String path) {
    return HTTP.sendAsync(request(path).GET().build(), BodyHandlers.ofString())
        .thenApply(Answer::of);
  }

  /**
   * A request for a path below the base address, its JSON body written with apostrophes for quotes.
   */
  HttpRequest.Builder withBody(String path, String method, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(json.replace('\'', '"')));
  }

  HttpRequest.Builder request(String path) {
    String address = path.startsWith("http") ? path : baseUrl + path;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    return immutableIds ? request.header("Prefer", "IdType=\"ImmutableId\"") : request;
  }
}
