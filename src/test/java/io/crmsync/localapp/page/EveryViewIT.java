package io.crmsync.localapp.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.crmsync.NeverHangs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every view, in light and dark, wide and on a phone: nothing that axe knows to be an obstacle, and
 * nothing wider than the window. The pictures are in target/screenshots; -Dscreenshots=DIR puts
 * them elsewhere, such as docs/screenshots.
 */
@NeverHangs
class EveryViewIT {
  private static final Path PICTURES =
      Path.of(System.getProperty("screenshots", "target/screenshots"));
  private static final Path AXE = Path.of("node_modules", "axe-core", "axe.min.js");
  private static final String ADMIN = PageWorld.ANNA + ":Sync.Admin";

  /** The rules of WCAG 2.2 A and AA, and axe's own best practices. */
  private static final String FINDINGS =
      """
      async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const found = await axe.run({ runOnly: tags });
        return found.violations.map(each => each.id + ': '
            + each.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | '));
      }
      """;

  /** Anna's contacts come to be in many states. */
  @BeforeAll
  static void manyStates() throws IOException {
    Files.createDirectories(PICTURES);
    AnnasContacts.inManyStates(PageWorld.app());
  }

  @Test
  void theContacts() {
    try (Visit anna = Visit.of(ADMIN).open("/page")) {
      Page page = anna.page();
      page.locator(".contacts tbody input").nth(1).check();
      page.locator(".contacts tbody input").nth(2).check();
      inspect(anna, "contacts");
    }
  }

  @Test
  void nothingFound() {
    try (Visit anna = Visit.of(ADMIN).open("/page#q=nobody-is-called-this")) {
      assertThat(anna.page().locator(".empty")).isVisible();
      inspect(anna, "nothing-found");
    }
  }

  @Test
  void oneContact() {
    try (Visit anna = Visit.of(ADMIN).open("/page#state=update")) {
      anna.page().locator(".contacts tbody button").first().click();
      assertThat(anna.page().locator(".steps li").first()).isVisible();
      inspect(anna, "contact");
    }
  }

  @Test
  void anotherUsersContacts() {
    try (Visit admin = Visit.of(ADMIN).open("/page?user=u-04")) {
      assertThat(admin.rows().first()).isVisible();
      inspect(admin, "another-user");
    }
  }

  @Test
  void theLanding() {
    String address = "/page/sync?contactId=c-001&return=https%3A%2F%2Fcrm.example.com%2F";
    try (Visit anna = Visit.of(ADMIN).open(address)) {
      assertThat(anna.page().locator(".stage button")).isVisible();
      inspect(anna, "landing");
    }
  }

  @Test
  void theAdministration() {
    try (Visit admin = Visit.of(ADMIN).open("/page/admin")) {
      Page page = admin.page();
      assertThat(page.locator(".chart g").first()).isAttached();
      assertThat(page.locator("main")).not().containsText("Loading");
      inspect(admin, "admin");
      page.locator("text=Release …").click();
      inspect(admin, "admin-release");
      page.keyboard().press("Escape");
      page.locator("button[aria-label^='Run of']").last().click();
      assertThat(page.locator(".facts")).isVisible();
      inspect(admin, "admin-run");
    }
  }

  private static void inspect(Visit visit, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(Visit.WIDE, Visit.PHONE)) {
        visit.look(width, scheme);
        String look = name + (scheme == ColorScheme.DARK ? "-dark-" : "-") + width;
        visit
            .page()
            .screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(look + ".png")));
        noObstacle(visit.page(), look);
      }
    }
    visit.look(360, ColorScheme.LIGHT);
    assertThat((Boolean) visit.page().evaluate("document.body.scrollWidth <= innerWidth"))
        .as(name + " at 360 pixels")
        .isTrue();
    visit.look(Visit.WIDE, ColorScheme.LIGHT);
  }

  private static void noObstacle(Page page, String look) {
    try {
      page.evaluate(Files.readString(AXE) + ";null");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat((List<?>) page.evaluate(FINDINGS)).as(look).isEmpty();
  }
}
