package io.crmsync.functions.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A file on its way to one browser: what it has already, and what it can unpack. */
public final class WebAnswer {
  /** How long a browser keeps the file. */
  enum Keep {
    /** It asks each time whether its copy is still good. */
    ASK("no-cache"),
    /** For a year, without asking: the address changes with the content. */
    FOREVER("public, max-age=31536000, immutable");

    private final String header;

    Keep(String header) {
      this.header = header;
    }
  }

  private static final String COMPRESSED = "-gzip";

  private final WebFile file;
  private final Keep keep;
  private final boolean gzip;
  private final boolean known;

  private WebAnswer(WebFile file, Keep keep, boolean gzip, boolean known) {
    this.file = file;
    this.keep = keep;
    this.gzip = gzip;
    this.known = known;
  }

  static WebAnswer of(WebFile file, Keep keep) {
    return new WebAnswer(file, keep, false, false);
  }

  /** The same to a browser that sent these headers, absent ones as empty. */
  public WebAnswer to(Optional<String> acceptEncoding, Optional<String> ifNoneMatch) {
    return new WebAnswer(
        file,
        keep,
        acceptEncoding.filter(WebAnswer::takesGzip).isPresent(),
        ifNoneMatch.filter(this::names).isPresent());
  }

  /** 200, or 304 where the browser has it already. */
  public int status() {
    return known ? 304 : 200;
  }

  /** The file, or nothing where the browser has it already. */
  public byte[] body() {
    return known ? new byte[0] : file.bytes(gzip);
  }

  /** What belongs to this file: its kind, its hash, how it is packed, how long it is kept. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", file.contentType());
    headers.put("Cache-Control", keep.header);
    headers.put("ETag", '"' + file.hash() + (gzip ? COMPRESSED : "") + '"');
    headers.put("Vary", "Accept-Encoding");
    if (gzip && !known) {
      headers.put("Content-Encoding", "gzip");
    }
    return headers;
  }

  /** RFC 9110, 12.5.3: a list with weights, of which 0 is a no. */
  private static boolean takesGzip(String accepted) {
    return parts(accepted)
        .anyMatch(part -> part.matches("gzip(\\s*;\\s*q\\s*=\\s*(1(\\.0*)?|0?\\.0*[1-9]\\d*))?"));
  }

  /** Whichever way it is packed: what it holds is the same. A weak tag names it as well. */
  private boolean names(String tags) {
    return parts(tags)
        .map(tag -> tag.startsWith("w/") ? tag.substring(2) : tag)
        .map(tag -> tag.replace("\"", "").replace(COMPRESSED, ""))
        .anyMatch(tag -> tag.equals(file.hash()) || tag.equals("*"));
  }

  private static Stream<String> parts(String list) {
    return Arrays.stream(list.toLowerCase(Locale.ROOT).split(",", -1)).map(String::strip);
  }
}
