package io.crmsync.localapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.crmsync.NeverHangs;
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
      tabTo(page, ".contacts tbody input");
      page.keyboard().press("Space");
      assertThat(page.locator(".bar")).containsText("1 selected");
      assertThat(page.locator(".contacts tbody input").first()).isFocused();
      backTo(page, ".bar .primary");
      page.keyboard().press("Enter");
      assertThat(page.locator(".progress .notice.good")).containsText("Done: 1 added to Outlook");
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
