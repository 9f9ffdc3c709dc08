package io.crmsync.simulators.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Asks a simulated CRM over HTTP, as these tests need it. */
final class CrmClient {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  CrmClient(CrmSimulator crm) {
    base = crm.baseUrl();
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    return http.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, "", headers);
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return MAPPER.readTree(get(path).body());
  }

  /** All pages of a list, in order. */
  List<JsonNode> pages(String list, int limit) throws IOException, InterruptedException {
    List<JsonNode> pages = new ArrayList<>(List.of(json(list + "?limit=" + limit)));
    JsonNode page = pages.get(0);
    while (!page.path("last").asBoolean()) {
      page = json(list + "?limit=" + limit + "&after=" + lastId(page));
      pages.add(page);
    }
    return pages;
  }

  static List<String> ids(JsonNode page) {
    return page.path("items").findValuesAsText("id");
  }

  private static String lastId(JsonNode page) {
    List<String> ids = ids(page);
    return ids.get(ids.size() - 1);
  }
}
