package io.crmsync.localapp.host;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The part of a path below /api/, where the functions are. */
final class ApiPath {

  private static final String PREFIX = "/api/";

  private ApiPath() {}

  /** Its segments, each decoded once; empty if {@code uri} is elsewhere. */
  static Optional<List<String>> segments(URI uri) {
    String path = uri.getRawPath();
    if (!path.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] raw = path.substring(PREFIX.length()).split("/");
    return Optional.of(Arrays.stream(raw).map(ApiPath::decode).toList());
  }

  /** A plus sign in a path is a plus sign. */
  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
