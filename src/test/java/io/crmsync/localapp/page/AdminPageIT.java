package io.crmsync.localapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.crmsync.NeverHangs;
import io.crmsync.localapp.RunningApp;
import org.junit.jupiter.api.Test;

/** What an admin sees and steers. */
@NeverHangs
class AdminPageIT {
  private static final String ADMIN = PageWorld.INES + ":Sync.Admin";
  private static final String API = "**/api/";
  private static final String DRY =
      "{\"runId\":\"r-1\",\"mode\":\"dryRun\",\"status\":\"completed\","
          + "\"startedAt\":\"2026-01-02T03:04:05Z\",\"planned\":{\"update\":1,\"recreate\":2}}";
  private static final String UNINSTALL =
      "{\"runId\":\"r-2\",\"mode\":\"uninstall\",\"status\":\"removalsHeld\","
          + "\"startedAt\":\"2026-01-02T03:04:05Z\",\"removalsHeld\":7,\"markedCopies\":7}";
  private static final String PLANNED =
      "{\"items\":[{\"userId\":\"u-1\",\"contactId\":\"c-1\",\"action\":\"update\","
          + "\"fields\":[\"position\"],\"reason\":\"\"}]}";

  @Test
  void aRunIsStartedAndItsHeldRemovalsAreListedAndReleased() {
    RunningApp app = PageWorld.app();
    app.sync(PageWorld.INES, "\"m-01900\",\"m-01901\"");
    app.crm("DELETE", "contacts/m-01900", "");
    app.crm("DELETE", "contacts/m-01901", "");
    try (Visit admin = Visit.of(ADMIN).open("/page/admin")) {
      Page page = admin.page();
      assertThat(page.locator(".chart g").first()).isAttached();
      button(page, "Start").click();
      assertThat(page.locator(".admin")).containsText("The run has started.");
      Locator held =
          page.locator("section", new Page.LocatorOptions().setHasText("Removals on hold")).first();
      assertThat(held.locator("tbody")).containsText("m-01900");
      assertThat(held.locator("tbody")).containsText("It was deleted in the CRM.");
      button(page, "Release …").click();
      Locator question = page.getByRole(AriaRole.ALERTDIALOG);
      assertThat(question).containsText("can't be undone");
      assertThat(question.getByText("Cancel")).isFocused();
      page.keyboard().press("Escape");
      assertThat(held).containsText("wait for your decision");
      button(page, "Release …").click();
      question.locator("button.danger").click();
      assertThat(held).containsText("Released");
      assertThat(held).containsText("Nothing is on hold.");
    }
  }

  @Test
  void aRunOpensWithItsCounts() {
    try (Visit admin = Visit.of(ADMIN).open("/page/admin")) {
      Page page = admin.page();
      page.locator("tbody button").last().click();
      Locator panel = page.getByRole(AriaRole.DIALOG);
      assertThat(panel.locator(".facts")).containsText("Contacts read");
      assertThat(panel).containsText("Left as they are");
    }
  }

  /** The API's answers are made up here: this is about how a report is shown. */
  @Test
  void aDryRunIsStartedAndItsReportShown() {
    try (Visit admin = Visit.of(ADMIN)) {
      Page page = admin.page();
      page.route(API + "runs", AdminPageIT::dryRuns);
      page.route(API + "runs/*/pairs", route -> json(route, 200, PLANNED));
      admin.open("/page/admin");
      page.locator("input[value=dryRun]").check();
      Request sent = page.waitForRequest(AdminPageIT::posted, () -> button(page, "Start").click());
      assertThat(sent.postData()).isEqualTo("{\"mode\":\"dryRun\"}");
      page.locator("tbody button").first().click();
      Locator panel = page.getByRole(AriaRole.DIALOG);
      assertThat(panel).containsText("What this dry run would do");
      assertThat(panel.locator(".facts").nth(1)).containsText("Add again");
      assertThat(panel.locator(".plain tbody tr")).hasCount(1);
      assertThat(panel.locator(".plain tbody")).containsText("Update Job title");
    }
  }

  /** Released like held removals it would empty every mailbox. */
  @Test
  void anUninstallIsNotShownAsHeldRemovals() {
    try (Visit admin = Visit.of(ADMIN)) {
      Page page = admin.page();
      page.route(API + "runs", route -> json(route, 200, "{\"items\":[" + UNINSTALL + "]}"));
      page.route(API + "runs/*/pairs", route -> json(route, 200, PLANNED));
      admin.open("/page/admin");
      Locator card =
          page.locator("section", new Page.LocatorOptions().setHasText("Taking the app away"));
      assertThat(card).containsText("7 contacts carry the app's mark");
      assertThat(card).containsText("removes every one of them from every mailbox");
      assertThat(page.locator(".admin")).containsText("Nothing is on hold.");
      assertThat(button(page, "Release …")).hasCount(0);
      assertThat(page.locator("table:not(.plain) tbody").first()).containsText("Uninstall");
    }
  }

  private static boolean posted(Request request) {
    return request.method().equals("POST");
  }

  private static void dryRuns(Route route) {
    boolean post = posted(route.request());
    json(route, post ? 202 : 200, post ? DRY : "{\"items\":[" + DRY + "]}");
  }

  private static void json(Route route, int status, String body) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/json")
            .setBody(body));
  }

  @Test
  void aMailboxThatWaitsIsListedWithItsReasonAndNextTry() {
    RunningApp app = PageWorld.app();
    app.graph(
        "POST",
        "mailboxes/" + PageWorld.ELENA + "/actions",
        "{\"action\":\"setCondition\",\"condition\":\"FULL\"}");
    app.call(PageWorld.ELENA, "POST", "/api/users/me/sync", "{\"all\":true}");
    try (Visit admin = Visit.of(ADMIN)) {
      Locator waiting =
          admin
              .page()
              .locator("section", new Page.LocatorOptions().setHasText("Mailboxes that wait"));
      do {
        admin.open("/page/admin");
        assertThat(waiting).not().containsText("Loading");
      } while (!waiting.textContent().contains("u-05"));
      assertThat(waiting.locator("tbody")).containsText("The mailbox is full.");
      waiting.getByText("u-05").click();
      assertThat(admin.page().locator("h1")).containsText("u-05");
    }
  }

  @Test
  void anybodyElseIsSentToTheirContacts() {
    try (Visit ben = Visit.of(PageWorld.BEN).open("/page/admin")) {
      assertThat(ben.page().locator("main")).containsText("for administrators");
      ben.page().getByText("Go to my contacts").click();
      assertThat(ben.page().locator("h1")).hasText("My contacts in Outlook");
      assertThat(ben.page().locator(".contacts tbody tr").first()).isVisible();
      assertThat(ben.page().locator("header a[href='/page/admin']")).isHidden();
    }
  }

  private static Locator button(Page page, String words) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
  }
}
