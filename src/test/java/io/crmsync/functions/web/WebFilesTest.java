package io.crmsync.functions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebFilesTest {
  private final WebFiles files = WebFiles.in("/web-sample/");

  @ParameterizedTest
  @CsvSource({
    "/page,                     contacts, text/html; charset=utf-8",
    "/page/,                    contacts, text/html; charset=utf-8",
    "/page/sync,                sync,     text/html; charset=utf-8",
    "/page/admin,               admin,    text/html; charset=utf-8",
    "/page/static/page.css,     margin,   text/css; charset=utf-8",
    "/page/static/js/app.js,    part.js,  text/javascript; charset=utf-8",
    "/page/static/js/part.js,   größe,    text/javascript; charset=utf-8",
    "/page/static/icon.svg,     svg,      image/svg+xml",
    "/page/static/LICENSE.txt,  Free,     text/plain; charset=utf-8",
    "/page/static/words.json,   {},       application/json",
  })
  void whatIsListedIsThereWithItsType(String path, String holds, String type) {
    WebAnswer answer = files.at(path).orElseThrow();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer)).contains(holds);
    assertThat(answer.headers()).containsEntry("Content-Type", type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/page/contacts.html",
        "/page/files.txt",
        "/page/static",
        "/page/static/",
        "/page/static/hidden.js",
        "/page/static/contacts.html",
        "/page/static/files.txt",
        "/page/static/../files.txt",
        "/page/static/../../io/crmsync/functions/http/ServePage.class",
        "/page/static/js/../page.css",
        "/page/static/./page.css",
        "/page/static//page.css",
        "/page/static/js%2Fapp.js",
        "/page/static/js%2fapp.js",
        "/page/static/js%5Capp.js",
        "/page/static/js\\app.js",
        "/page/static/%70age.css",
        "/page/static/page.css%00",
        "/page/static/page.css\0.js",
        "/page/static/page.css\n",
        "/page/static/page.css/",
        "/page/static/page.css;a=b",
        "/page/static/Page.css",
        "/PAGE",
        "/Page/static/page.css",
        "/page/sync/",
        "/page/sync/x",
        "/page/syncx",
        "/page/static/0123456789abcdef/",
        "/page/static/0123456789abcdef/hidden.js",
        "/page/static/0123456789ABCDEF/page.css",
        "/page/static/0123456789abcdef/0123456789abcdef/page.css",
        "/api/page/static/page.css",
      })
  void nothingElseIsThere(String path) {
    assertThat(files.at(path)).isEmpty();
  }

  @Test
  void aShellNamesItsFilesByTheirVersionWhichABrowserKeeps() {
    WebAnswer shell = files.at("/page").orElseThrow();
    String script = versioned(text(shell), "js/app.js");

    WebAnswer kept = files.at(script).orElseThrow();

    assertThat(shell.headers()).containsEntry("Cache-Control", "no-cache");
    assertThat(kept.headers())
        .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
    assertThat(text(kept)).contains("part.js");
    assertThat(files.at(script.replace("app.js", "part.js"))).isPresent();
  }

  @Test
  void underAnotherVersionThePresentFileComesButIsNotKept() {
    WebAnswer other = files.at("/page/static/0123456789abcdef/page.css").orElseThrow();

    assertThat(text(other)).contains("margin");
    assertThat(other.headers()).containsEntry("Cache-Control", "no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "gzip,                    true",
    "'gzip, deflate, br',     true",
    "'deflate, GZIP;q=0.5',   true",
    "gzip;q=1,                true",
    "gzip;q=1.000,            true",
    "gzip;q=0,                false",
    "gzip;q=0.000,            false",
    "'identity, deflate',     false",
    "xgzip,                   false",
    "'',                      false",
  })
  void itIsCompressedForWhoCanUnpackIt(String accepted, boolean gzip) throws IOException {
    WebAnswer answer = files.at("/page/static/page.css").orElseThrow();
    WebAnswer sent = answer.to(Optional.of(accepted), Optional.empty());

    assertThat(sent.headers().containsKey("Content-Encoding")).isEqualTo(gzip);
    assertThat(sent.headers()).containsEntry("Vary", "Accept-Encoding");
    assertThat(sent.body().length < answer.body().length).isEqualTo(gzip);
    assertThat(gzip ? unpacked(sent.body()) : sent.body()).isEqualTo(answer.body());
  }

  @Test
  void whoHasItAlreadyIsToldSoWhicheverWayItWasPacked() {
    WebAnswer file = files.at("/page/static/page.css").orElseThrow();
    WebAnswer packed = file.to(Optional.of("gzip"), Optional.empty());
    String plainTag = file.headers().get("ETag");
    String packedTag = packed.headers().get("ETag");

    assertThat(plainTag).matches("\"[0-9a-f]{16}\"").isNotEqualTo(packedTag);
    for (String tag :
        new String[] {plainTag, packedTag, "W/" + plainTag, "\"x\", " + packedTag, "*"}) {
      WebAnswer again = file.to(Optional.of("gzip"), Optional.of(tag));
      assertThat(again.status()).as(tag).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers())
          .containsEntry("ETag", packedTag)
          .doesNotContainKey("Content-Encoding");
    }
  }

  @Test
  void whoHasAnotherContentGetsThisOne() {
    String other =
        files.at("/page/static/js/app.js").orElseThrow().headers().getOrDefault("ETag", "");
    WebAnswer file = files.at("/page/static/page.css").orElseThrow();

    assertThat(file.to(Optional.empty(), Optional.of(other)).status()).isEqualTo(200);
    assertThat(file.to(Optional.empty(), Optional.of("\"\"")).status()).isEqualTo(200);
  }

  @Test
  void aFileThatIsListedButMissingIsNamed() {
    assertThatThrownBy(() -> WebFiles.in("/nowhere/")).hasMessageContaining("/nowhere/files.txt");
  }

  private static String versioned(String shell, String name) {
    Matcher found =
        Pattern.compile("/page/static/[0-9a-f]{16}/" + Pattern.quote(name)).matcher(shell);
    assertThat(found.find()).as(shell).isTrue();
    return found.group();
  }

  private static String text(WebAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static byte[] unpacked(byte[] gzip) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
  }
}
