package io.crmsync.adapters.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crmsync.adapters.http.RetryAfter;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One GET to the CRM: JSON that is read as a stream, or one of the two failures. Redirects are not
 * followed, so that credentials and answers stay with the configured host.
 */
public final class SourceHttp {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long MEGABYTE = 1 << 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(RecordNode.MOST_BYTES)
                          .build())
                  .build())
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
  public SourceHttp(Credentials credentials, Clock clock, Duration whole, int maxMegabytes) {
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
   * What the CRM answered.
   *
   * @param status 200, or one of those that the caller knows how to take
   * @param body of a 200; else empty
   */
  public record SourceAnswer<T>(int status, Optional<T> body) {}

  /**
   * Asks the CRM.
   *
   * @param operation its name for messages
   * @param reader makes something of the body of a 200, while it comes
   * @param told further statuses that are an answer
   * @throws CrmUnavailable no answer now
   * @throws CrmBroken an answer that the contract does not know
   */
  public <T> SourceAnswer<T> get(
      String operation, HttpUrl url, BodyReader<T> reader, Set<Integer> told) {
    Request.Builder request = new Request.Builder().url(url).header("Accept", "application/json");
    try (Response response = client.newCall(credentials.signIn(request).build()).execute()) {
      int status = response.code();
      if (status == 200) {
        return new SourceAnswer<>(status, Optional.of(body(operation, response, reader)));
      }
      if (told.contains(status)) {
        return new SourceAnswer<>(status, Optional.empty());
      }
      throw refused(operation, response);
    } catch (IOException e) {
      throw new CrmUnavailable(operation + ": " + e.getClass().getSimpleName(), Optional.empty());
    }
  }

  /** A message of the parser's quotes the text, which is personal data (R20). */
  private <T> T body(String operation, Response response, BodyReader<T> reader) throws IOException {
    try (InputStream in = new LimitedStream(response.body().byteStream(), maxBytes);
        JsonParser json = JSON.createParser(in)) {
      if (json.nextToken() == null) {
        throw new CrmBroken(operation + ": empty body");
      }
      T read = reader.read(json);
      if (json.nextToken() != null) {
        throw new CrmBroken(operation + ": more than one JSON text");
      }
      return read;
    } catch (LimitedStream.TooLong e) {
      throw new CrmBroken(operation + ": body longer than " + maxBytes + " bytes");
    } catch (StreamConstraintsException e) {
      throw new CrmBroken(operation + ": a text, a number or a nesting that is far too long");
    } catch (JacksonException e) {
      throw new CrmBroken(operation + ": body is not JSON, or cut off");
    }
  }

  private RuntimeException refused(String operation, Response response) {
    int status = response.code();
    String what = operation + ": status " + status;
    boolean later =
        status == 401 || status == 403 || status == 408 || status == 429 || status >= 500;
    if (!later) {
      return new CrmBroken(what);
    }
    Optional<Duration> pause =
        Optional.ofNullable(response.header("Retry-After"))
            .flatMap(header -> RetryAfter.parse(header, clock.instant()));
    return switch (status) {
      case 401 -> CrmUnavailable.signIn(what, pause);
      case 429 -> CrmUnavailable.throttled(what, pause);
      default -> new CrmUnavailable(what, pause);
    };
  }
}
