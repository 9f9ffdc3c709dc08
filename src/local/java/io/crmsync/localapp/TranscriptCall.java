package io.crmsync.localapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A call of the transcript.
 *
 * @param who nobody, user, admin, backend or crm
 * @param path below /api/, or below the CRM's /_sim/
 * @param body empty: none
 * @param shows what it is called for
 */
record TranscriptCall(String who, String method, String path, String body, String shows) {
  private static final String USER = "Bearer local:anna.keller@example.com";

  static List<TranscriptCall> read(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(TranscriptCall::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it goes to the CRM's simulator. */
  boolean toTheCrm() {
    return who.equals("crm");
  }

  /** An admin's look at something. */
  static TranscriptCall look(String path) {
    return new TranscriptCall("admin", "GET", path, "", "");
  }

  /** With ids where the path names them in braces. */
  TranscriptCall with(Map<String, String> ids) {
    String filled = path;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace("{" + id.getKey() + "}", id.getValue());
    }
    return new TranscriptCall(who, method, filled, body, shows);
  }

  HttpRequest request(URI base) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    String authorization = authorization();
    return authorization.isEmpty()
        ? request.build()
        : request.header("Authorization", authorization).build();
  }

  private String authorization() {
    return switch (who) {
      case "user" -> USER;
      case "admin" -> USER + ":Sync.Admin";
      case "backend" -> "Bearer local:app:Sync.OnBehalf";
      case "nobody", "crm" -> "";
      default -> throw new IllegalArgumentException("who is " + who + "?");
    };
  }

  private static TranscriptCall of(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", 5)).map(String::strip).toList();
    if (cells.size() != 5) {
      throw new IllegalArgumentException("not five cells: " + line);
    }
    return new TranscriptCall(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }
}
