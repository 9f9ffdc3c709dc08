package io.crmsync.localapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.crmsync.NeverHangs;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a right-click in the CRM lands that can only open an address. */
@NeverHangs
class LandingIT {
  private static final String BACK = "&return=https%3A%2F%2Fcrm.example.com%2Fcontacts%2F2";

  @Test
  void nothingHappensUntilTheButtonIsPressedThenTheContactIsThere() {
    try (Visit farid = Visit.of(PageWorld.FARID)) {
      Page page = farid.page();
      List<String> methods = new ArrayList<>();
      page.onRequest(request -> methods.add(request.method()));
      farid.open("/page/sync?contactId=m-00002" + BACK);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(page.locator("h1")).hasText("Put this contact into your Outlook?");
      assertThat(methods).isNotEmpty().containsOnly("GET");
      button(page).click();
      assertThat(page.locator(".notice.good")).hasText("The contact is in your Outlook now.");
      assertThat(page.locator(".ways a").first()).containsText("crm.example.com");
      assertThat(page.locator(".ways a").first())
          .hasAttribute("href", "https://crm.example.com/contacts/2");
    }
  }

  @Test
  void whatTheCrmDoesNotHaveIsSaid() {
    try (Visit farid = Visit.of(PageWorld.FARID).open("/page/sync?contactId=no-such")) {
      button(farid.page()).click();
      assertThat(farid.page().locator(".notice.bad")).containsText("no such contact");
      assertThat(farid.page().locator(".stage")).isFocused();
      assertThat(farid.page().locator(".unseen[aria-live]")).containsText("no such contact");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "http://crm.example.com/",
        "//evil.example/",
        "https://crm.example.com@evil.example/",
        "data:text/html,hello",
        "/page/admin"
      })
  void onlyAnHttpsAddressIsAWayBack(String address) {
    String encoded = URLEncoder.encode(address, StandardCharsets.UTF_8);
    try (Visit farid =
        Visit.of(PageWorld.FARID).open("/page/sync?contactId=c-001&return=" + encoded)) {
      assertThat(button(farid.page())).isVisible();
      assertThat(farid.page().locator(".ways a")).hasCount(1);
      assertThat(farid.page().locator(".ways a")).hasAttribute("href", "/page");
    }
  }

  @Test
  void theContactIdIsText() {
    String hostile = "<img src=x onerror=alert(1)>";
    String encoded = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
    try (Visit farid = Visit.of(PageWorld.FARID).open("/page/sync?contactId=" + encoded)) {
      assertThat(farid.page().locator(".landing-name")).containsText(hostile);
      assertThat(farid.page().locator("img")).hasCount(0);
    }
  }

  /** The browser sends its sign-in along, as it does with a form that another site submits. */
  @Test
  void anotherSitesFormIsRefused() {
    try (Visit farid = Visit.of(PageWorld.FARID)) {
      Page page = farid.page();
      String target = PageWorld.app().address() + "/api/sync-to-outlook";
      page.route(
          "http://evil.example/",
          route ->
              route.fulfill(
                  new Route.FulfillOptions().setContentType("text/html").setBody(form(target))));
      page.navigate("http://evil.example/");
      Response answer = page.waitForResponse(target, () -> page.locator("button").click());
      Request sent = answer.request();
      assertThat(sent.headers()).containsKey("authorization");
      assertThat(sent.postData()).contains("m-00004");
      assertThat(answer.status()).isBetween(400, 499);
    }
    int known =
        PageWorld.app()
            .call(PageWorld.FARID, "GET", "/api/users/me/contacts?q=number00004", "")
            .path("items")
            .size();
    assertThat(known).isZero();
  }

  /** JSON in the clothes of a form. */
  private static String form(String target) {
    return "<form method=post enctype=text/plain action='"
        + target
        + "'><input name='{\"contactId\":\"m-00004\"}' value=''><button>win</button></form>";
  }

  private static com.microsoft.playwright.Locator button(Page page) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put into my Outlook"));
  }
}
