package io.crmsync.localapp.host;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.util.Set;

/**
 * A function that answers HTTP requests.
 *
 * @param bound the function
 * @param methods the methods it answers; empty: all
 * @param route where, behind the app's prefix
 */
record HttpFunction(BoundFunction bound, Set<HttpMethod> methods, Route route) {

  HttpFunction {
    methods = Set.copyOf(methods);
  }

  static HttpFunction of(FunctionMethod function, HttpTrigger trigger, SettingNames settings) {
    require(
        trigger.authLevel() == AuthorizationLevel.ANONYMOUS,
        function,
        "authLevel " + trigger.authLevel() + " would demand a key; use ANONYMOUS");
    require(
        function.method().getReturnType() == HttpResponseMessage.class,
        function,
        "must return HttpResponseMessage");
    String route = trigger.route().isEmpty() ? function.name() : trigger.route();
    return new HttpFunction(
        new BoundFunction(
            function, Arguments.of(function, HttpTrigger.class, RequestBody::argument)),
        Set.of(trigger.methods()),
        Route.of(function.name(), settings.resolve(function.name(), route)));
  }

  boolean answers(HttpMethod method) {
    return methods.isEmpty() || methods.contains(method);
  }

  private static void require(boolean holds, FunctionMethod function, String what) {
    if (!holds) {
      throw new InvalidFunction(function.name() + ": " + what);
    }
  }
}
