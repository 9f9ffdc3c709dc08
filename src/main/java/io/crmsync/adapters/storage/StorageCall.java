package io.crmsync.adapters.storage;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.data.tables.models.TableServiceError;
import com.azure.data.tables.models.TableServiceException;
import io.crmsync.sync.port.StorageUnavailable;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One request to storage, with its failures in the words of the ports. */
final class StorageCall {
  private static final HttpHeaderName ERROR_CODE = HttpHeaderName.fromString("x-ms-error-code");
  private static final Set<String> TRANSIENT =
      Set.of("ServerBusy", "OperationTimedOut", "InternalError", "Timeout");

  /** Neither a code nor a status: no token could be had, say. */
  private static final String NO_ANSWER = "status 0";

  private StorageCall() {}

  /**
   * Takes what is done, by ids only, and the request.
   *
   * @throws StorageUnavailable no answer, or one that says later
   * @throws StorageRefused any other answer that is not the one hoped for
   */
  static <T> T call(String what, Supplier<T> request) {
    try {
      return request.get();
    } catch (HttpResponseException e) {
      throw failure(what, e);
    } catch (RuntimeException e) {
      throw noAnswer(e) ? new StorageUnavailable(what, e) : e;
    }
  }

  /** The same for a request whose answer does not matter, if only there is one. */
  static void unlessRefused(String what, Supplier<?> request) {
    try {
      call(what, request);
    } catch (StorageRefused e) {
      // understood and answered, that is all
    }
  }

  private static RuntimeException failure(String what, HttpResponseException e) {
    Optional<HttpResponse> response = Optional.ofNullable(e.getResponse());
    int status = response.map(HttpResponse::getStatusCode).orElse(0);
    String code = code(e, response).orElse("status " + status);
    StorageRefused refused = new StorageRefused(what, code);
    return later(status) || TRANSIENT.contains(code) || code.equals(NO_ANSWER)
        ? new StorageUnavailable(what, refused)
        : refused;
  }

  private static boolean later(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static Optional<String> code(HttpResponseException e, Optional<HttpResponse> response) {
    if (e instanceof TableServiceException table && table.getValue() != null) {
      return Optional.ofNullable(table.getValue())
          .map(TableServiceError::getErrorCode)
          .map(Objects::toString);
    }
    return response.map(answer -> answer.getHeaderValue(ERROR_CODE));
  }

  private static boolean noAnswer(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(e -> e instanceof IOException || e instanceof TimeoutException);
  }
}
