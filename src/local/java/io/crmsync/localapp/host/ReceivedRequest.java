package io.crmsync.localapp.host;

import com.microsoft.azure.functions.HttpMethod;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the HTTP front read it.
 *
 * @param headers by lower-case name, several of one name joined by a comma
 * @param query the first value of each query parameter, decoded
 * @param body empty if there is none, or if it came in chunks, which the real host loses
 */
record ReceivedRequest(
    HttpMethod method,
    URI uri,
    Map<String, String> headers,
    Map<String, String> query,
    Optional<byte[]> body) {

  ReceivedRequest {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
  }
}
