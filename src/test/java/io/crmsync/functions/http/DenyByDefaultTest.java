package io.crmsync.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.functions.FunctionInstances;
import io.crmsync.functions.Principal;
import io.crmsync.functions.settings.CallerSettings;
import io.crmsync.infra.Deployment;
import io.crmsync.localapp.host.FunctionClasses;
import io.crmsync.localapp.host.FunctionHost;
import io.crmsync.localapp.host.HostSetup;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every HTTP function there is, called by nobody. One that is added is called too. */
class DenyByDefaultTest {
  private final HttpMiddleware middleware =
      new HttpMiddleware(
          () -> new CallerSettings(true, Optional.of(Principal.TENANT)), Clock.systemUTC());
  private final List<Class<?>> functions =
      FunctionClasses.besides(FunctionInstances.class).stream()
          .filter(type -> trigger(type).isPresent())
          .toList();
  private final FunctionHost host =
      HostSetup.of(functions).instances(this::withNothingBehind).start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void onlyHealthAndThePageAnswerWithoutSignIn() throws Exception {
    Map<String, Integer> answers = new TreeMap<>();
    for (Class<?> function : functions) {
      answers.put(function.getSimpleName(), call(trigger(function).orElseThrow()).statusCode());
    }

    assertThat(answers).hasSizeGreaterThan(10).containsEntry("Health", 200);
    assertThat(answers).containsEntry("ServePage", 404);
    answers.keySet().removeAll(List.of("Health", "ServePage"));
    assertThat(answers.values()).containsOnly(401);
  }

  @Test
  void noAnswerIsKeptGuessedOrGivenToAnotherSite() throws Exception {
    for (Class<?> function : functions) {
      var headers = call(trigger(function).orElseThrow()).headers();
      assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
      assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
      assertThat(headers.map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  /**
   * App Service authentication takes the header off each request that it looks at. Those of the
   * paths that are left out of it keep theirs, whoever wrote it: what answers there must not care.
   */
  @Test
  void aForgedSignInChangesNothingWhereNobodyLooksAtIt() throws Exception {
    Set<String> unwatched = new TreeSet<>();
    for (Class<?> function : functions) {
      HttpTrigger trigger = trigger(function).orElseThrow();
      if (isLeftOut("/" + trigger.route())) {
        unwatched.add(function.getSimpleName());
        HttpResponse<String> forged = call(trigger, Principal.application("Sync.Admin").header());
        HttpResponse<String> plain = call(trigger);
        assertThat(forged.statusCode()).isEqualTo(plain.statusCode());
        assertThat(forged.body()).isEqualTo(plain.body());
      }
    }

    assertThat(unwatched).containsExactly("Health", "ServePage");
    assertThat(Deployment.pathsWithoutSignIn())
        .allSatisfy(path -> assertThat(matched(path)).isNotEmpty());
  }

  private List<String> matched(String path) {
    return functions.stream()
        .map(function -> "/" + trigger(function).orElseThrow().route())
        .filter(route -> covers(path, route) || route.startsWith(path + "/{"))
        .toList();
  }

  private static boolean isLeftOut(String route) {
    return Deployment.pathsWithoutSignIn().stream().anyMatch(path -> covers(path, route));
  }

  private static boolean covers(String path, String route) {
    return path.endsWith("/*")
        ? route.startsWith(path.substring(0, path.length() - 1))
        : route.equals(path);
  }

  private HttpResponse<String> call(HttpTrigger trigger) throws IOException, InterruptedException {
    return call(trigger, "");
  }

  private HttpResponse<String> call(HttpTrigger trigger, String principal)
      throws IOException, InterruptedException {
    String path = trigger.route().replaceAll("\\{\\*?\\w+}", "x");
    HttpMethod method = trigger.methods()[0];
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(host.address() + "/" + path))
            .header("X-MS-CLIENT-PRINCIPAL", principal)
            .method(method.name(), HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static Optional<HttpTrigger> trigger(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(FunctionName.class))
        .map(Method::getParameters)
        .flatMap(Arrays::stream)
        .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(HttpTrigger.class)))
        .findFirst();
  }

  /** A function that lets nobody in never asks for what is behind it. */
  private Object withNothingBehind(Class<?> type) {
    try {
      Constructor<?> constructor = type.getConstructors()[0];
      Object[] arguments =
          Stream.of(constructor.getParameterTypes())
              .map(parameter -> parameter == HttpMiddleware.class ? middleware : behind(type))
              .toArray();
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Supplier<Object> behind(Class<?> type) {
    return () -> {
      if (type == ServePage.class) {
        return io.crmsync.functions.web.WebFiles.inTheJar();
      }
      throw new AssertionError(type + " asks for its work before it knows who calls");
    };
  }
}
