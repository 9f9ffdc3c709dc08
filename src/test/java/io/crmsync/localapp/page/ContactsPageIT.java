package io.crmsync.localapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.crmsync.NeverHangs;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a user does on the page, through to the mailbox. */
@NeverHangs
class ContactsPageIT {
  @Test
  void contactsAreShownWithTheirStatesAndReasonsAndFilteredByThem() {
    try (Visit ben = Visit.of(PageWorld.BEN).open("/page")) {
      Page page = ben.page();
      assertThat(page.locator("h1")).hasText("My contacts in Outlook");
      Locator left = page.locator(".chip", new Page.LocatorOptions().setHasText("Left as it is"));
      int count = Integer.parseInt(left.locator(".count").textContent());
      left.click();
      assertThat(ben.rows()).hasCount(count);
      assertThat(ben.rows().locator(".badge")).hasText(repeated("Left as it is", count));
      assertThat(page.locator("td.state .quiet-text").first()).hasText(Pattern.compile("\\w{3,}"));
      page.reload();
      assertThat(ben.rows()).hasCount(count);
    }
  }

  /** The first answer is held back until the second is there, and must not take its place. */
  @Test
  void anOlderAnswerNeverTakesThePlaceOfANewerOne() {
    try (Visit ines = Visit.of(PageWorld.INES).open("/page")) {
      Page page = ines.page();
      Queue<Route> held = new ConcurrentLinkedQueue<>();
      page.route(Pattern.compile("contacts\\?.*q=01999"), held::add);
      assertThat(ines.rows()).hasCount(50);
      Request older =
          page.waitForRequest(Pattern.compile("q=01999"), () -> ines.search().fill("01999"));
      ines.search().fill("00123");
      assertThat(ines.rows()).hasCount(1);
      assertThat(ines.rows()).containsText("Number 00123");
      held.forEach(Route::resume);
      page.evaluate("() => new Promise(done => setTimeout(done, 0))");
      assertThat(older.failure()).contains("ERR_ABORTED");
      assertThat(ines.rows()).containsText("Number 00123");
    }
  }

  @Test
  void typingAsksTheServerOnceItPauses() {
    try (Visit ines = Visit.of(PageWorld.INES).open("/page")) {
      Page page = ines.page();
      assertThat(ines.rows()).hasCount(50);
      List<String> asked = new ArrayList<>();
      page.onRequest(request -> asked.add(request.url()));
      ines.search().pressSequentially("number 01234");
      assertThat(ines.rows()).hasCount(1);
      assertThat(asked).allMatch(url -> url.contains("q=number+01234")).hasSize(1);
    }
  }

  @Test
  void theSelectedAreSynchronisedAndEachHasAnOutcome() {
    try (Visit ben = Visit.of(PageWorld.BEN).open("/page#state=new")) {
      Page page = ben.page();
      Locator ticks = ben.rows().locator("input[type=checkbox]");
      List<String> names = new ArrayList<>();
      for (int row = 0; row < 3; row++) {
        ticks.nth(row).check();
        names.add(ben.rows().nth(row).locator("button").textContent());
      }
      ben.button("Synchronise 3 contacts").click();
      assertThat(page.locator(".progress .notice")).containsText("added to Outlook");
      assertThat(page.locator(".bar")).not().containsText("selected");
      assertThat(chip(page, "Up to date").locator(".count")).not().hasText("0");
      chip(page, "Up to date").click();
      for (String name : names) {
        assertThat(ben.rows().filter(new Locator.FilterOptions().setHasText(name)).first())
            .containsText("Up to date");
      }
    }
  }

  /** The request goes on being watched, although the page that sent it is gone. */
  @Test
  void aReloadGoesOnWatching() {
    try (Visit ben = Visit.of(PageWorld.BEN).open("/page#state=new")) {
      Page page = ben.page();
      ben.rows().locator("input[type=checkbox]").nth(5).check();
      page.route("**/api/sync-requests/*", ContactsPageIT::stillRunning);
      ben.button("Synchronise 1 contact").click();
      assertThat(page.locator(".progress")).containsText("waiting for its turn");
      page.reload();
      assertThat(page.locator(".progress")).containsText("waiting for its turn");
      page.unrouteAll();
      assertThat(page.locator(".progress .notice")).containsText("Done: 1");
      page.reload();
      assertThat(ben.rows().first()).isVisible();
      assertThat(page.locator(".progress")).isHidden();
    }
  }

  /**
   * The search is held back while the progress goes on, which looks at the list again and again.
   */
  @Test
  void aSearchDuringASynchronisationIsAnswered() {
    try (Visit ines = Visit.of(PageWorld.INES)) {
      Page page = ines.page();
      Queue<Route> held = new ConcurrentLinkedQueue<>();
      AtomicInteger open = new AtomicInteger(90);
      page.route("**/api/users/me/sync", route -> progress(route, 90));
      page.route("**/api/sync-requests/*", route -> progress(route, open.getAndDecrement()));
      page.route(Pattern.compile("contacts\\?.*q=00123"), held::add);
      ines.open("/page");
      ines.rows().first().locator("input").check();
      ines.button("Synchronise 1 contact").click();
      page.waitForRequest(Pattern.compile("q=00123"), () -> ines.search().fill("00123"));
      for (int poll = 0; poll < 3; poll++) {
        page.waitForRequest(Pattern.compile("sync-requests"), () -> {});
      }
      held.forEach(Route::resume);
      assertThat(ines.rows()).hasCount(1);
      assertThat(ines.rows()).containsText("Number 00123");
    }
  }

  /** The API's answers are made up here: this is about what the page says. */
  @Test
  void whatWasDeletedInOutlookIsSaidToComeBack() {
    try (Visit farid = Visit.of(PageWorld.FARID)) {
      Page page = farid.page();
      String item = "\"contactId\":\"c-1\",\"fullName\":\"Ada\",\"state\":\"removedInOutlook\"";
      page.route(
          Pattern.compile("/contacts\\?"),
          route -> json(route, "{\"items\":[{" + item + "}],\"counts\":{\"removedInOutlook\":1}}"));
      page.route(
          "**/explanation*",
          route ->
              json(
                  route,
                  "{\"decision\":\"removedInOutlook\",\"steps\":[],"
                      + "\"outlook\":{\"state\":\"deleted\"},\"fields\":[]}"));
      farid.open("/page");
      assertThat(chip(page, "Deleted in Outlook").locator(".count")).hasText("1");
      assertThat(farid.rows()).containsText("Deleted in Outlook");
      farid.rows().locator("button").click();
      Locator panel = page.getByRole(AriaRole.DIALOG);
      assertThat(panel).containsText("It comes back when it changes in the CRM");
      assertThat(panel).containsText("You deleted the copy in Outlook.");
    }
  }

  private static void progress(Route route, int open) {
    json(
        route,
        "{\"requestId\":\"r-1\",\"status\":\"running\",\"pairs\":{\"total\":100,\"open\":"
            + open
            + "}}");
  }

  private static void json(Route route, String body) {
    route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(body));
  }

  @Test
  void aRecordOpensWithItsValuesAndWhyAndGivesTheFocusBack() {
    try (Visit ben = Visit.of(PageWorld.BEN).open("/page#state=new")) {
      Page page = ben.page();
      Locator name = ben.rows().first().locator("button");
      String called = name.textContent();
      name.click();
      Locator panel = page.getByRole(AriaRole.DIALOG);
      assertThat(panel.locator("h2")).hasText(called);
      assertThat(panel.locator(".values tbody tr").first()).isVisible();
      assertThat(panel.locator(".steps li").first()).isVisible();
      page.keyboard().press("Escape");
      assertThat(panel).isHidden();
      assertThat(name).isFocused();
    }
  }

  @Test
  void whatTheUserChangedInOutlookIsShownBesideTheCrmsValueAndStays() {
    PageWorld.app().rightClick(PageWorld.FARID, "m-00003");
    PageWorld.app().editInOutlook(PageWorld.FARID, "Number 00003", "jobTitle", "My own words");
    try (Visit farid = Visit.of(PageWorld.FARID).open("/page#contact=m-00003")) {
      Locator row =
          farid.page().locator(".values tr", new Page.LocatorOptions().setHasText("Job title"));
      assertThat(row.locator("td").nth(0)).containsText("Contact of the south");
      assertThat(row.locator("td").nth(1)).containsText("My own words");
      assertThat(row.locator("td").nth(1)).containsText("Changed in Outlook, stays");
    }
  }

  @Test
  void whatTheUserPutOnTheListIsTakenOffAgain() {
    PageWorld.app().rightClick(PageWorld.FARID, "m-00001");
    try (Visit farid = Visit.of(PageWorld.FARID).open("/page#contact=m-00001")) {
      Page page = farid.page();
      farid.button("Take off my list").click();
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText("It is off your list.");
      assertThat(page.locator(".panel-foot")).isFocused();
      page.keyboard().press("Escape");
      assertThat(page.locator(".progress .notice")).containsText("Done: 1 removed from Outlook");
    }
  }

  @Test
  void anAdminLooksAtAnybodysPageAndCanChangeNothingThere() {
    try (Visit admin = Visit.of(PageWorld.INES + ":Sync.Admin").open("/page?user=u-02")) {
      Page page = admin.page();
      assertThat(page.locator("h1")).containsText("u-02");
      assertThat(admin.rows().first()).isVisible();
      assertThat(page.locator("input[type=checkbox]")).hasCount(0);
      assertThat(page.locator(".bar")).hasCount(0);
      admin.rows().first().locator("button").click();
      assertThat(page.locator(".steps li").first()).isVisible();
      assertThat(page.locator(".panel-foot button")).hasCount(0);
    }
    try (Visit ben = Visit.of(PageWorld.BEN).open("/page?user=u-01")) {
      assertThat(ben.page().locator(".notice.bad")).containsText("not allowed");
    }
  }

  private static void stillRunning(Route route) {
    json(route, "{\"status\":\"queued\",\"pairs\":{\"total\":1,\"open\":1}}");
  }

  private static String[] repeated(String words, int count) {
    return java.util.Collections.nCopies(count, words).toArray(new String[0]);
  }

  private static Locator chip(Page page, String words) {
    return page.locator(".chip", new Page.LocatorOptions().setHasText(words));
  }
}
