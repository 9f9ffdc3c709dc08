package io.crmsync.localapp.azurite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** Asks the preloaded script how often each storage operation was called: lines "name count". */
final class OperationCounts {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private OperationCounts() {}

  /** The counts of all services of the Azurite that answers at {@code service}. */
  static Map<String, Long> read(URI service) {
    Map<String, Long> counts = new TreeMap<>();
    for (String line : get(service.resolve("/-/operations")).lines().toList()) {
      int space = line.lastIndexOf(' ');
      counts.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
    }
    return counts;
  }

  private static String get(URI address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading operation counts", e);
    }
  }
}
