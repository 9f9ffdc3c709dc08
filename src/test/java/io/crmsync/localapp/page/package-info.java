/**
 * The page in a real browser, against the local run. Chromium comes by npm and unpacks itself;
 * Playwright drives it through npm's playwright-core, and downloads nothing. Everything is there
 * once for all tests: {@link io.crmsync.localapp.page.PageWorld}, {@link
 * io.crmsync.localapp.page.Chromium}.
 */
@NullMarked
package io.crmsync.localapp.page;

import org.jspecify.annotations.NullMarked;
