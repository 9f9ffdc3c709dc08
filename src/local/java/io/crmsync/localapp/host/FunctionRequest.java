package io.crmsync.localapp.host;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.Map;

/**
 * A request as a function sees it. Header names are lower-case and looked up exactly, as in the
 * real worker.
 */
record FunctionRequest<T>(ReceivedRequest received, T body) implements HttpRequestMessage<T> {

  @Override
  public URI getUri() {
    return received.uri();
  }

  @Override
  public HttpMethod getHttpMethod() {
    return received.method();
  }

  @Override
  public Map<String, String> getHeaders() {
    return received.headers();
  }

  @Override
  public Map<String, String> getQueryParameters() {
    return received.query();
  }

  @Override
  public T getBody() {
    return body;
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
    return new FunctionResponse.Builder(status);
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
    return new FunctionResponse.Builder(status);
  }
}
