package io.crmsync.localapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.crmsync.NeverHangs;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the first key to a synchronised contact without a mouse. */
@NeverHangs
class KeyboardIT {
  private static final int KEYS_AT_MOST = 60;

  @Test
  void aContactIsSelectedAndSynchronisedByKeysAlone() {
    try (Visit deniz = Visit.of(PageWorld.DENIZ).open("/page")) {
      Page page = deniz.page();
      assertThat(deniz.rows().first()).isVisible();
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("main")).isFocused();
      tabTo(page, ".chip input");
      page.keyboard().press("ArrowRight");
      assertThat(page.locator(".chip input[value=new]")).isFocused();
      assertThat(page.locator(".chip input[value=new]")).isChecked();
      assertThat(page.locator(".list-body[aria-busy=false]")).isVisible();
      tabTo(page, ".contacts tbody input");
      page.keyboard().press("Space");
      assertThat(page.locator(".bar")).containsText("1 selected");
      assertThat(page.locator(".contacts tbody input").first()).isFocused();
      backTo(page, ".bar .primary");
      page.keyboard().press("Enter");
      assertThat(page.locator(".progress .notice.good")).containsText("Done: 1 added to Outlook");
    }
  }

  /**
   * Quick fingers are in the list of all contacts when that of the new ones arrives, without the
   * contact that has the focus.
   */
  @Test
  void theFocusStaysInTheListWhenItsContactLeavesIt() {
    try (Visit deniz = Visit.of(PageWorld.DENIZ).open("/page")) {
      Page page = deniz.page();
      Queue<Route> held = new ConcurrentLinkedQueue<>();
      page.route(Pattern.compile("contacts\\?.*state=notActionable"), held::add);
      assertThat(deniz.rows().first()).isVisible();
      Locator other = deniz.rows().filter(new Locator.FilterOptions().setHasText("New")).first();
      String name = other.locator("button").textContent();
      page.waitForRequest(
          Pattern.compile("state=notActionable"),
          () -> page.locator(".chip input[value=notActionable]").check());
      other.locator("input").focus();
      held.forEach(Route::resume);
      assertThat(page.locator(".list-body[aria-busy=false]")).isVisible();
      assertThat(deniz.rows().filter(new Locator.FilterOptions().setHasText(name))).hasCount(0);
      assertThat(page.locator(".contacts tbody input:focus")).hasCount(1);
    }
  }

  private static void tabTo(Page page, String selector) {
    press(page, "Tab", selector);
  }

  private static void backTo(Page page, String selector) {
    press(page, "Shift+Tab", selector);
  }

  /** What has the focus is always to be seen: it is in the window, and nothing lies over it. */
  private static void press(Page page, String key, String selector) {
    for (int pressed = 0; pressed < KEYS_AT_MOST; pressed++) {
      page.keyboard().press(key);
      assertThat((Boolean) page.evaluate(VISIBLE)).isTrue();
      Object there =
          page.evaluate("selector => document.activeElement.matches(selector)", selector);
      if (Boolean.TRUE.equals(there)) {
        return;
      }
    }
    throw new AssertionError(selector + " is not reached by " + key);
  }

  private static final String VISIBLE =
      """
      () => {
        const box = document.activeElement.getBoundingClientRect();
        const x = box.left + box.width / 2;
        const y = box.top + box.height / 2;
        const there = document.elementFromPoint(x, y);
        return document.activeElement === document.body
            || (there !== null && (document.activeElement.contains(there)
                || there.contains(document.activeElement)
                || there.closest('label')?.contains(document.activeElement)));
      }
      """;
}
