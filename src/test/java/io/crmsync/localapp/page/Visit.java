package io.crmsync.localapp.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.crmsync.localapp.RunningApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody signed in, with a window. At its end nothing may have been refused by the page's policy,
 * and no script may have failed.
 */
final class Visit implements AutoCloseable {
  static final int WIDE = 1280;
  static final int PHONE = 390;

  private final BrowserContext context;
  private final Page page;
  private final List<String> wrong = new ArrayList<>();

  private Visit(Map<String, String> headers) {
    context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(PageWorld.app().address().toString())
                    .setExtraHTTPHeaders(headers)
                    .setLocale("en-GB")
                    .setTimezoneId("Europe/Berlin")
                    .setColorScheme(ColorScheme.LIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(WIDE, 860));
    context.setDefaultTimeout(Chromium.PATIENCE_MS);
    page = context.newPage();
    page.onPageError(wrong::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            wrong.add(message.text());
          }
        });
  }

  /** Of {@code who}: a mailbox, and after a colon maybe roles. */
  static Visit of(String who) {
    return new Visit(Map.of("Authorization", RunningApp.bearer(who)));
  }

  /** Of somebody whom nobody knows yet. */
  static Visit ofNobody() {
    return new Visit(Map.of());
  }

  Page page() {
    return page;
  }

  /** The contacts that are listed. */
  Locator rows() {
    return page.locator(".contacts tbody tr");
  }

  Locator search() {
    return page.locator("input[type=search]");
  }

  /** The button whose name has these words. */
  Locator button(String words) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
  }

  /** Opens an address below the app's. */
  Visit open(String path) {
    page.navigate(path);
    return this;
  }

  void look(int width, ColorScheme scheme) {
    page.setViewportSize(width, width == PHONE ? 844 : 860);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  BrowserContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
    assertThat(wrong).isEmpty();
  }
}
