package io.crmsync.localapp;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Calls and answers as they stand in the transcript, the same whenever it is made. */
final class TranscriptText {
  private static final int MOST_LINES = 24;

  /** What differs each time. */
  private static final List<Map.Entry<String, String>> EACH_TIME_ANOTHER =
      List.of(
          Map.entry("\\d{8}T\\d{9}Z-[0-9a-f-]{36}", "RUN-ID"),
          Map.entry("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "ID"),
          Map.entry("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME"));

  private TranscriptText() {}

  static List<String> head() {
    return List.of(
        "# Every operation, called",
        "",
        "Made by `mvn -Plocal -Dlocal.main=io.crmsync.localapp.Transcript`: a first night on the"
            + " sample with",
        "`SYNC_REMOVAL_LIMIT=0`, so that every removal is held, then the calls of",
        "`src/local/resources/transcript/calls.txt`. The user is u-01 (`anna.keller@example.com`),"
            + " the admin the same person with",
        "the role `Sync.Admin`, the back end an application with `Sync.OnBehalf`. Ids and times,"
            + " which differ each time, are",
        "words in capitals; long answers are cut at `…`.",
        "");
  }

  static List<String> of(TranscriptCall call, HttpResponse<String> answer) {
    List<String> lines = new ArrayList<>();
    lines.add(call.shows());
    lines.add("");
    lines.add("```http");
    lines.add(call.method() + " " + (call.toTheCrm() ? "(CRM) /" : "/api/") + call.path());
    if (!call.toTheCrm()) {
      lines.add("# as " + call.who());
    }
    if (!call.body().isEmpty()) {
      lines.add(call.body());
    }
    lines.add("");
    lines.addAll(call.toTheCrm() ? List.of(answer.statusCode() + "") : answer(answer));
    lines.add("```");
    lines.add("");
    return lines;
  }

  private static List<String> answer(HttpResponse<String> answer) {
    List<String> lines = new ArrayList<>();
    lines.add(Integer.toString(answer.statusCode()));
    for (String header : List.of("Content-Type", "Location")) {
      answer
          .headers()
          .firstValue(header)
          .ifPresent(value -> lines.add(header + ": " + same(value)));
    }
    List<String> body = body(answer.body()).map(TranscriptText::same).toList();
    lines.addAll(body.subList(0, Math.min(MOST_LINES, body.size())));
    if (body.size() > MOST_LINES) {
      lines.add("…");
    }
    return lines;
  }

  private static Stream<String> body(String text) {
    try {
      return Http.JSON.readTree(text).toPrettyString().lines();
    } catch (IOException e) {
      return text.lines();
    }
  }

  private static String same(String text) {
    String same = text;
    for (Map.Entry<String, String> other : EACH_TIME_ANOTHER) {
      same = same.replaceAll(other.getKey(), other.getValue());
    }
    return same;
  }
}
