package io.crmsync.localapp.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where on a server the functions are.
 *
 * @param prefix what a path begins and ends with before their routes: "/" or such as "/api/"
 */
record RequestPath(String prefix) {

  /** As host.json says under extensions.http.routePrefix; without a word it is "api". */
  static RequestPath fromHostJson(Path hostJson) {
    try {
      String named =
          new ObjectMapper()
              .readTree(hostJson.toFile())
              .at("/extensions/http/routePrefix")
              .asText("api");
      return new RequestPath(named.isEmpty() ? "/" : "/" + named + "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The segments of a route, each decoded once; empty if {@code uri} is elsewhere. */
  Optional<List<String>> segments(URI uri) {
    String path = uri.getRawPath();
    if (!path.toLowerCase(Locale.ROOT).startsWith(prefix)) {
      return Optional.empty();
    }
    String[] raw = path.substring(prefix.length()).split("/");
    return Optional.of(Arrays.stream(raw).map(RequestPath::decode).toList());
  }

  /** A plus sign in a path is a plus sign. */
  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
