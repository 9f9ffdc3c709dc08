package io.crmsync.localapp.host;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The addresses below {@code /.auth/} by which a browser signs in and out. In Azure they lead to
 * Microsoft Entra and back; here to a plain page with the people there are. Only {@code POST
 * /.auth/login/aad/callback} begins a session.
 *
 * @param people the sign-in names to choose from, asked for with each page
 */
record LocalSignIn(Supplier<List<String>> people) {
  private static final String LOGIN = "/.auth/login/aad";
  private static final String CALLBACK = LOGIN + "/callback";
  private static final String LOGOUT = "/.auth/logout";
  private static final String AFTER_LOGIN = "post_login_redirect_uri";
  private static final String AFTER_LOGOUT = "post_logout_redirect_uri";

  /** Whether the address is one of these, so that no function is called. */
  static boolean serves(URI uri) {
    return uri.getRawPath().startsWith("/.auth/");
  }

  void answer(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
    Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
    switch (asked) {
      case "GET " + LOGIN -> choose(exchange, query.getOrDefault(AFTER_LOGIN, "/"));
      case "POST " + CALLBACK -> begin(exchange, form(body(exchange)));
      case "GET " + LOGOUT -> end(exchange, query.getOrDefault(AFTER_LOGOUT, "/"));
      default -> exchange.sendResponseHeaders(404, -1);
    }
  }

  private void choose(HttpExchange exchange, String target) throws IOException {
    byte[] page = SignInPage.of(people.get(), CALLBACK, target).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
  }

  private static void begin(HttpExchange exchange, Map<String, String> form) throws IOException {
    String roles = form.containsKey("admin") ? ":Sync.Admin" : "";
    Optional<String> token =
        Optional.of("local:" + form.getOrDefault("user", "") + roles)
            .filter(text -> LocalCaller.parse(text).isPresent());
    if (token.isEmpty()) {
      exchange.sendResponseHeaders(400, -1);
    } else {
      exchange.getResponseHeaders().set("Set-Cookie", LocalSession.begin(token.get()));
      redirect(exchange, form.getOrDefault("target", "/"));
    }
  }

  private static void end(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().set("Set-Cookie", LocalSession.end());
    redirect(exchange, target);
  }

  /** To a path of this site alone, whatever was asked for. */
  private static void redirect(HttpExchange exchange, String target) throws IOException {
    boolean ours = target.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
    exchange.getResponseHeaders().set("Location", ours ? target : "/");
    exchange.sendResponseHeaders(302, -1);
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> form(@org.jspecify.annotations.Nullable String text) {
    return Arrays.stream((text == null ? "" : text).split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (a, b) -> a));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
