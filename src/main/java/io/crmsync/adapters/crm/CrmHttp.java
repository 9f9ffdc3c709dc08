package io.crmsync.adapters.crm;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * One GET to the CRM: JSON, or one of the two failures. Redirects are not followed, so that
 * credentials and answers stay with the configured host.
 */
final class CrmHttp {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long MEGABYTE = 1 << 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final OkHttpClient client;
  private final Credentials credentials;
  private final Clock clock;
  private final long maxBytes;

  /**
   * Takes how to sign in.
   *
   * @param whole how long a call may take, body included
   * @param maxMegabytes how long a body may be, unpacked
   */
  CrmHttp(Credentials credentials, Clock clock, Duration whole, int maxMegabytes) {
    this.credentials = credentials;
    this.clock = clock;
    this.maxBytes = maxMegabytes * MEGABYTE;
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .readTimeout(whole)
            .writeTimeout(whole)
            .callTimeout(whole)
            .followRedirects(false)
            .build();
  }

  /**
   * Asks the CRM.
   *
   * @param operation its name for messages
   * @return the body of a 200; empty: 404
   * @throws CrmUnavailable no answer now
   * @throws CrmBroken an answer that the contract does not know
   */
  Optional<JsonNode> get(String operation, HttpUrl url) {
    Request.Builder request = new Request.Builder().url(url).header("Accept", "application/json");
    try (Response response = client.newCall(credentials.signIn(request).build()).execute()) {
      return switch (response.code()) {
        case 200 -> Optional.of(json(operation, body(operation, response)));
        case 404 -> Optional.empty();
        default -> throw refused(operation, response);
      };
    } catch (IOException e) {
      throw new CrmUnavailable(operation + ": " + e.getClass().getSimpleName(), Optional.empty());
    }
  }

  private byte[] body(String operation, Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(maxBytes + 1)) {
      throw new CrmBroken(operation + ": body longer than " + maxBytes + " bytes");
    }
    return source.readByteArray();
  }

  private static JsonNode json(String operation, byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      // Its message quotes the text: personal data (R20).
      throw new CrmBroken(operation + ": body is not JSON, or cut off");
    }
  }

  private RuntimeException refused(String operation, Response response) {
    int status = response.code();
    String what = operation + ": status " + status;
    boolean later =
        status == 401 || status == 403 || status == 408 || status == 429 || status >= 500;
    return later
        ? new CrmUnavailable(what, RetryAfter.of(response.headers(), clock.instant()))
        : new CrmBroken(what);
  }
}
