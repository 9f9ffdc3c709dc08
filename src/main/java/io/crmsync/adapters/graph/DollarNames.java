package io.crmsync.adapters.graph;

import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * A user whose principal name begins with a dollar sign is addressed as {@code users('$…')}: behind
 * a slash Graph takes the name for one of OData's own words.
 */
final class DollarNames implements Interceptor {
  private static final String USERS = "users";

  @Override
  public Response intercept(Chain chain) throws IOException {
    HttpUrl url = chain.request().url();
    return chain.proceed(chain.request().newBuilder().url(addressed(url)).build());
  }

  static HttpUrl addressed(HttpUrl url) {
    List<String> path = url.pathSegments();
    int name = path.indexOf(USERS) + 1;
    if (name == 0 || name == path.size() || !path.get(name).startsWith("$")) {
      return url;
    }
    String quoted = USERS + "('" + path.get(name).replace("'", "''") + "')";
    return url.newBuilder().removePathSegment(name).setPathSegment(name - 1, quoted).build();
  }
}
