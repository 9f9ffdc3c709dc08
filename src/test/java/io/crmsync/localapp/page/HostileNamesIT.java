package io.crmsync.localapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.crmsync.NeverHangs;
import org.junit.jupiter.api.Test;

/** Names that are markup, scripts, endless, or turn the direction of writing. */
@NeverHangs
class HostileNamesIT {
  @Test
  void everyNameIsTextAsItIsInTheList() {
    try (Visit hiroshi = Visit.of(PageWorld.HIROSHI).open("/page")) {
      Page page = hiroshi.page();
      hiroshi.search().fill("names.example");
      Locator rows = hiroshi.rows();
      assertThat(rows).hasCount(HostileName.ALL.size());
      for (int at = 0; at < HostileName.ALL.size(); at++) {
        String shown = rows.nth(at).locator("button bdi").textContent();
        assertThat(shown).isEqualTo(HostileName.ALL.get(at));
      }
      untouched(page);
    }
  }

  @Test
  void everyNameIsTextAsItIsInThePanel() {
    try (Visit hiroshi = Visit.of(PageWorld.HIROSHI)) {
      Page page = hiroshi.page();
      for (int at = 0; at < HostileName.ALL.size(); at++) {
        page.navigate("about:blank");
        hiroshi.open("/page#contact=h-" + at);
        assertThat(page.locator(".values tbody tr").first()).isVisible();
        String shown = page.locator("dialog h2 bdi").textContent();
        assertThat(shown).isEqualTo(HostileName.ALL.get(at));
        assertThat((Boolean) page.evaluate("document.body.scrollWidth <= innerWidth")).isTrue();
        untouched(page);
      }
    }
  }

  private static void untouched(Page page) {
    assertThat(page.title()).isEqualTo("My contacts in Outlook · CRM contacts in Outlook");
    assertThat(page.locator("main script, main img, iframe")).hasCount(0);
  }
}
