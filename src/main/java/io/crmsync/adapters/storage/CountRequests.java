package io.crmsync.adapters.storage;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import java.util.Locale;

/** Counts each request of one table or queue, every try of it, under the name of its operation. */
final class CountRequests extends HttpPipelineSyncPolicy {
  private final String place;
  private final StorageOperations operations;

  /** Takes the first part of the names, such as {@code tables.Pairs}. */
  CountRequests(String place, StorageOperations operations) {
    this.place = place;
    this.operations = operations;
  }

  @Override
  protected void beforeSendingRequest(HttpPipelineCallContext call) {
    HttpRequest request = call.getHttpRequest();
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
