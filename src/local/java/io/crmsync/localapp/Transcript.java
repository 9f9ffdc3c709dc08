package io.crmsync.localapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.localapp.waiting.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Calls every operation against a local run on the sample, and writes requests and answers down:
 * {@code mvn -Plocal -Dlocal.main=io.crmsync.localapp.Transcript}. What it calls stands in {@code
 * src/local/resources/transcript/calls.txt}; what it writes, in {@code docs/transcript.md}.
 */
public final class Transcript {
  static final Path CALLS = Path.of("src", "local", "resources", "transcript", "calls.txt");
  static final Path RESULT = Path.of("docs", "transcript.md");

  /** What goes on; anything else is an end. */
  private static final Set<String> UNDER_WAY = Set.of("queued", "running");

  private final Landscape landscape;
  private final Map<String, String> ids = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private Transcript(Landscape landscape) {
    this.landscape = landscape;
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(RESULT, made());
    System.out.println("Written to " + RESULT);
    System.exit(0);
  }

  /** The whole transcript, of a night and of all calls after it. */
  static String made() {
    Properties holding = new Properties();
    holding.setProperty("settings", "SYNC_REMOVAL_LIMIT=0");
    RunOptions options = RunOptions.of(holding);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (Landscape landscape = Landscape.start(options)) {
      new Nights(landscape, new ProgressView(nowhere, false), options).next("first", false);
      return new Transcript(landscape).all();
    }
  }

  private String all() {
    lines.addAll(TranscriptText.head());
    TranscriptCall.read(CALLS).forEach(this::call);
    return String.join("\n", lines) + "\n";
  }

  private void call(TranscriptCall call) {
    TranscriptCall filled = call.with(ids);
    HttpResponse<String> answer = Http.send(filled.request(base(filled)));
    lines.addAll(TranscriptText.of(call, answer));
    remember(json(answer));
    awaitEnd();
  }

  private URI base(TranscriptCall call) {
    return call.toTheCrm()
        ? landscape.crm().resolve("/_sim/")
        : landscape.functions().address().resolve("/api/");
  }

  private void remember(JsonNode answer) {
    if (answer.has("runId")) {
      ids.put("run", answer.path("runId").asText());
    }
    if (answer.has("requestId")) {
      ids.put("request", answer.path("requestId").asText());
    }
  }

  /** So that the next call finds what this one asked for. */
  private void awaitEnd() {
    ids.forEach(
        (kind, id) -> {
          String path = kind.equals("run") ? "runs/" : "sync-requests/";
          TranscriptCall look = TranscriptCall.look(path + id);
          Eventually.until(() -> !UNDER_WAY.contains(status(look)));
        });
  }

  private String status(TranscriptCall look) {
    return json(Http.send(look.request(base(look)))).path("status").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return Http.JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
