package io.crmsync.localapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** The application's own HTTP API, as an admin calls it. */
record AdminApi(URI functions) {
  private static final String ADMIN = "Bearer local:app:Sync.Admin";

  static AdminApi of(Landscape landscape) {
    return new AdminApi(landscape.functions().address());
  }

  /** What GET answers; a path with its query. */
  JsonNode get(String path) {
    return Http.get(at(path), ADMIN);
  }

  /** What POST answers. */
  JsonNode post(String path, String body) {
    return Http.post(at(path), ADMIN, body);
  }

  private URI at(String path) {
    return functions.resolve("/api/" + path);
  }
}
