package io.crmsync.functions.http;

import java.util.Map;

/**
 * What a browser is told with every answer: take nothing from elsewhere, be framed by nobody, guess
 * nothing, and never ask again without encryption. There is no header that would let another site's
 * script read an answer (CORS), and there must never be one.
 */
final class BrowserHeaders {
  /**
   * Scripts may turn no text into markup or code (trusted types): what a contact is called can then
   * be no script, whatever a programmer forgets.
   */
  private static final String PAGE_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self'",
          "connect-src 'self'",
          "form-action 'none'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types 'none'");

  private static final String TRANSPORT = "Strict-Transport-Security";

  /** A year; of this host alone, because others below it may be none of ours. */
  private static final String ENCRYPTED_ONLY = "max-age=31536000";

  private static final Map<String, String> PAGE =
      Map.of(
          TRANSPORT,
          ENCRYPTED_ONLY,
          "Content-Security-Policy",
          PAGE_POLICY,
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private static final Map<String, String> API =
      Map.of(
          TRANSPORT,
          ENCRYPTED_ONLY,
          "Cache-Control",
          "no-store",
          "Content-Security-Policy",
          "default-src 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private BrowserHeaders() {}

  /** With the page's files. */
  static Map<String, String> ofPage() {
    return PAGE;
  }

  /** With data and problems, which no browser and no proxy is to keep. */
  static Map<String, String> ofApi() {
    return API;
  }
}
