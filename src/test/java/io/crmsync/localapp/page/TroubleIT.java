package io.crmsync.localapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.crmsync.NeverHangs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A slow or failing API, and a sign-in that ends. */
@NeverHangs
class TroubleIT {
  private static final Pattern SIGN_IN = Pattern.compile("/\\.auth/");
  private static final String PREVIEW = "**/api/users/me/contacts?*";

  @Test
  void aBusyServiceIsAskedAgainWhenItSaid() {
    try (Visit chloe = Visit.of(PageWorld.CHLOE)) {
      Page page = chloe.page();
      first(page, PREVIEW, route -> fail(route, 503, Map.of("Retry-After", "1")));
      chloe.open("/page");
      assertThat(page.locator(".notice.warning")).containsText("busy");
      assertThat(chloe.rows().first()).isVisible();
      assertThat(page.locator(".notice.warning")).hasCount(0);
    }
  }

  @Test
  void anErrorAndSilenceAreToldAndOvercome() {
    try (Visit chloe = Visit.of(PageWorld.CHLOE)) {
      Page page = chloe.page();
      first(page, PREVIEW, route -> fail(route, 500, Map.of()), Route::abort);
      chloe.open("/page");
      assertThat(page.locator(".notice.warning")).containsText("Something went wrong");
      assertThat(page.locator(".notice.warning")).containsText("does not answer");
      page.locator(".notice button").click();
      assertThat(chloe.rows().first()).isVisible();
    }
  }

  /** The page's own clock is put forward: its patience is half a minute. */
  @Test
  void anAnswerThatNeverComesIsGivenUpAndAskedForAgain() {
    try (Visit chloe = Visit.of(PageWorld.CHLOE)) {
      Page page = chloe.page();
      page.clock().install();
      first(page, PREVIEW, route -> {});
      page.waitForRequest(PREVIEW, () -> chloe.open("/page"));
      page.clock().runFor(31_000);
      page.clock().runFor(2_000);
      assertThat(chloe.rows().first()).isVisible();
    }
  }

  @Test
  void offlineIsSaidAndOverWhenTheNetworkIsBack() {
    try (Visit chloe = Visit.of(PageWorld.CHLOE).open("/page")) {
      Page page = chloe.page();
      assertThat(chloe.rows().first()).isVisible();
      chloe.context().setOffline(true);
      chloe.search().fill("a");
      assertThat(page.locator(".notice.warning")).containsText("You are offline");
      chloe.context().setOffline(false);
      assertThat(page.locator(".notice.warning")).hasCount(0);
    }
  }

  @Test
  void aRefusedHandOverIsToldAndTheSelectionStays() {
    try (Visit chloe = Visit.of(PageWorld.CHLOE).open("/page#state=new")) {
      Page page = chloe.page();
      chloe.rows().locator("input").first().check();
      first(page, "**/api/users/me/sync", route -> fail(route, 503, Map.of("Retry-After", "30")));
      Locator sync = chloe.button("Synchronise 1 contact");
      sync.click();
      assertThat(page.locator(".progress .notice.bad")).containsText("busy");
      assertThat(page.locator(".bar")).containsText("1 selected");
      sync.click();
      assertThat(page.locator(".progress .notice")).containsText("Done: 1 added to Outlook");
    }
  }

  @Test
  void watchingSurvivesErrors() {
    try (Visit chloe = Visit.of(PageWorld.CHLOE).open("/page#state=new")) {
      Page page = chloe.page();
      chloe.rows().locator("input").first().check();
      first(
          page,
          "**/api/sync-requests/*",
          route -> fail(route, 503, Map.of("Retry-After", "1")),
          Route::abort,
          route -> fail(route, 500, Map.of()));
      chloe.button("Synchronise 1 contact").click();
      assertThat(page.locator(".progress .notice.warning")).containsText("tried again");
      assertThat(page.locator(".progress .notice.good")).containsText("Done: 1");
    }
  }

  @Test
  void aSignInThatEndedGoesToTheSignInAndComesBackToTheSamePlace() {
    try (Visit chloe = Visit.of(PageWorld.CHLOE).open("/page#state=new")) {
      Page page = chloe.page();
      assertThat(chloe.rows().first()).isVisible();
      page.route(SIGN_IN, route -> route.fulfill(new Route.FulfillOptions().setBody("")));
      page.route(PREVIEW, route -> fail(route, 401, Map.of()));
      Request left = page.waitForRequest(SIGN_IN, () -> chloe.search().fill("m"));
      assertThat(left.url())
          .endsWith("/.auth/login/aad?post_login_redirect_uri=%2Fpage%23state%3Dnew%26q%3Dm");
    }
  }

  /** Else two pages would send each other back for ever. */
  @Test
  void aSignInThatDoesNotHelpIsNotTriedForEver() {
    try (Visit nobody = Visit.ofNobody()) {
      Page page = nobody.page();
      page.route(SIGN_IN, TroubleIT::backToThePage);
      nobody.open("/page");
      assertThat(page.locator(".notice.bad")).containsText("You are not signed in");
      assertThat(nobody.button("Sign in")).isVisible();
    }
  }

  private static void backToThePage(Route route) {
    route.fulfill(
        new Route.FulfillOptions().setStatus(302).setHeaders(Map.of("Location", "/page")));
  }

  /** Answers the first calls so, one after the other, and lets the others through. */
  @SafeVarargs
  private static void first(Page page, String address, Consumer<Route>... answers) {
    Deque<Consumer<Route>> left = new ArrayDeque<>();
    for (Consumer<Route> answer : answers) {
      left.add(answer);
    }
    page.route(
        address,
        route -> {
          Consumer<Route> answer = left.poll();
          if (answer == null) {
            route.resume();
          } else {
            answer.accept(route);
          }
        });
  }

  private static void fail(Route route, int status, Map<String, String> headers) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setHeaders(headers)
            .setContentType("application/problem+json")
            .setBody("{\"detail\":\"as the test wants it\"}"));
  }
}
