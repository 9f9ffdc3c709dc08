package io.crmsync.functions;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpStatusType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The Functions platform's own types, as a function meets them. */
public final class Platform {
  /** What functions logged. */
  private final List<String> logged = new ArrayList<>();

  /** What was logged, in order. */
  public List<String> logged() {
    return logged;
  }

  private final ExecutionContext context = mock(ExecutionContext.class);

  public Platform() {
    Logger logger = Logger.getAnonymousLogger();
    logger.setUseParentHandlers(false);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
    when(context.getLogger()).thenReturn(logger);
    when(context.getFunctionName()).thenReturn("TheFunction");
  }

  public ExecutionContext context() {
    return context;
  }

  public static HttpRequestMessage<Optional<String>> request(
      Principal principal, Map<String, String> query, Optional<String> body) {
    return request(Map.of("x-ms-client-principal", principal.header()), query, body);
  }

  @SuppressWarnings("unchecked")
  public static HttpRequestMessage<Optional<String>> request(
      Map<String, String> headers, Map<String, String> query, Optional<String> body) {
    HttpRequestMessage<Optional<String>> request = mock(HttpRequestMessage.class);
    when(request.getHttpMethod()).thenReturn(HttpMethod.POST);
    when(request.getHeaders()).thenReturn(headers);
    when(request.getQueryParameters()).thenReturn(query);
    when(request.getBody()).thenReturn(body);
    when(request.createResponseBuilder(any(HttpStatusType.class)))
        .thenAnswer(call -> new Sent(call.getArgument(0)));
    return request;
  }
}
