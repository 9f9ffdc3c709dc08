package io.crmsync.functions.web;

import java.util.stream.Stream;

/** What kinds of files the page has. All of them are text, and worth compressing. */
enum FileType {
  HTML(".html", "text/html; charset=utf-8"),
  CSS(".css", "text/css; charset=utf-8"),
  SCRIPT(".js", "text/javascript; charset=utf-8"),
  SVG(".svg", "image/svg+xml"),
  JSON(".json", "application/json"),
  /** A licence that goes with a file. */
  TEXT(".txt", "text/plain; charset=utf-8");

  private final String ending;
  private final String contentType;

  FileType(String ending, String contentType) {
    this.ending = ending;
    this.contentType = contentType;
  }

  /**
   * Of a file of this name.
   *
   * @throws IllegalArgumentException if it is of no kind: it has no place in the page
   */
  static FileType of(String name) {
    return Stream.of(values())
        .filter(type -> name.endsWith(type.ending))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a kind of file: " + name));
  }

  String contentType() {
    return contentType;
  }
}
