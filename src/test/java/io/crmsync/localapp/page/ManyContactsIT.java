package io.crmsync.localapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import io.crmsync.NeverHangs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** 2,000 contacts: what the first view costs, pages, and a selection that reaches over them. */
@NeverHangs
class ManyContactsIT {
  private static final long TRANSFER = 100_000;
  private static final long CODE = 250_000;
  private static final String ENDED =
      "{\"status\":\"succeeded\",\"pairs\":{\"total\":1,\"done\":1},"
          + "\"outcomes\":{\"created\":1}}";

  @Test
  void theFirstViewIsOnePageAndLittleIsTransferred() {
    try (Visit ines = Visit.of(PageWorld.INES)) {
      Page page = ines.page();
      AtomicLong received = new AtomicLong();
      CDPSession network = ines.context().newCDPSession(page);
      network.send("Network.enable");
      network.on("Network.loadingFinished", end -> received.addAndGet(bytes(end)));
      List<Request> asked = new ArrayList<>();
      page.onRequest(asked::add);
      ines.open("/page");
      assertThat(ines.rows()).hasCount(50);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(page.locator(".chip").first()).hasText("All 2,000");
      assertThat(asked.stream().filter(each -> each.url().contains("/contacts?"))).hasSize(1);
      long code =
          asked.stream()
              .filter(each -> each.url().contains("/page"))
              .mapToLong(each -> each.response().body().length)
              .sum();
      assertThat(received.get()).isPositive().isLessThanOrEqualTo(TRANSFER);
      assertThat(code).isPositive().isLessThanOrEqualTo(CODE);
      System.out.println("first view: " + received + " bytes transferred, " + code + " of code");
    }
  }

  @Test
  void pagesGoForthAndBack() {
    try (Visit ines = Visit.of(PageWorld.INES).open("/page")) {
      Page page = ines.page();
      Locator rows = ines.rows();
      assertThat(rows.first()).containsText("Number 00001");
      ines.button("Next").click();
      assertThat(rows.first()).containsText("Number 00051");
      ines.button("Next").click();
      assertThat(rows.first()).containsText("Number 00101");
      ines.button("Previous").click();
      assertThat(rows.first()).containsText("Number 00051");
      assertThat(page.locator(".pager")).containsText("Page 2");
    }
  }

  @Test
  void allOfASearchOnAllPagesIsSelectedAndSynchronised() {
    try (Visit ines = Visit.of(PageWorld.INES).open("/page#q=number001")) {
      Page page = ines.page();
      page.locator("thead input").check();
      ines.button("Select all on all pages").click();
      assertThat(page.locator(".bar")).containsText("100 selected");
      ines.button("Synchronise 100 contacts").click();
      assertThat(page.locator(".progress progress")).isVisible();
      assertThat(page.locator(".progress .notice.good")).containsText("Done: ");
      ines.search().fill("");
      assertThat(page.locator(".chip input[value=upToDate] + span")).containsText("100");
    }
  }

  /** One request takes 1,000: these are 1,000 in the south, and one more from another search. */
  @Test
  void aSelectionIsKeptOverSearchesAndHandedOverInPartsThatTheApiTakes() {
    try (Visit ines = Visit.of(PageWorld.INES).open("/page#q=00002")) {
      Page page = ines.page();
      page.locator("thead input").check();
      assertThat(page.locator(".bar")).containsText("1 selected");
      ines.search().fill("@south");
      assertThat(ines.rows().first()).containsText("Number 00001");
      page.locator("thead input").check();
      ines.button("Select all on all pages").click();
      assertThat(page.locator(".bar")).containsText("1,001 selected");
      List<Integer> parts = new ArrayList<>();
      page.route("**/api/users/me/sync", route -> take(route, parts));
      page.route("**/api/sync-requests/*", route -> json(route, ENDED));
      ines.button("Synchronise 1,001 contacts").click();
      assertThat(page.locator(".progress .notice.good")).containsText("Done: 2 added to Outlook");
      assertThat(parts).containsExactly(1_000, 1);
    }
  }

  private static void take(Route route, List<Integer> parts) {
    parts.add(route.request().postData().split("\"m-", -1).length - 1);
    json(route, "{\"requestId\":\"r-" + parts.size() + "\"}");
  }

  private static void json(Route route, String body) {
    route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(body));
  }

  private static long bytes(JsonObject finished) {
    return finished.get("encodedDataLength").getAsLong();
  }
}
