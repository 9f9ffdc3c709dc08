package io.crmsync.adapters.storage;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** Counts each request of one table or queue, every try of it, under the name of its operation. */
final class CountRequests implements HttpPipelinePolicy {
  private final String place;
  private final StorageOperations operations;

  /** Takes the first part of the names, such as {@code tables.Pairs}. */
  CountRequests(String place, StorageOperations operations) {
    this.place = place;
    this.operations = operations;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
    count(call.getHttpRequest());
    return next.process();
  }

  @Override
  public HttpResponse processSync(HttpPipelineCallContext call, HttpPipelineNextSyncPolicy next) {
    count(call.getHttpRequest());
    return next.processSync();
  }

  private void count(HttpRequest request) {
    operations.count(place + "." + operation(request.getHttpMethod(), request.getUrl().getPath()));
  }

  private static String operation(HttpMethod method, String path) {
    if (path.endsWith("/$batch")) {
      return "transaction";
    }
    if (method == HttpMethod.GET) {
      return path.endsWith("()") ? "query" : "get";
    }
    if (method == HttpMethod.POST) {
      return post(path);
    }
    return method.toString().toLowerCase(Locale.ROOT);
  }

  private static String post(String path) {
    if (path.endsWith("/Tables")) {
      return "create";
    }
    return path.endsWith("/messages") ? "send" : "insert";
  }
}
