package io.crmsync.localapp.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.crmsync.localapp.files.BuildFolder;
import io.crmsync.localapp.waiting.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One headless Chromium for all tests of this JVM, with an empty profile. */
final class Chromium {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final Path HOME = BuildFolder.of("browser").toAbsolutePath();

  /** No sandbox: build machines run as root. Nothing is fetched from anywhere. */
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** How long anything may take before a test fails, in milliseconds; a busy machine is slow. */
  static final int PATIENCE_MS = Math.toIntExact(Patience.LIMIT.toMillis());

  private Chromium() {}

  static Browser browser() {
    return Holder.BROWSER;
  }

  private static final class Holder {
    static final Browser BROWSER = launch();
  }

  private static Browser launch() {
    try {
      Files.createDirectories(HOME);
      Path executable = unpacked();
      System.setProperty("playwright.cli.dir", driver().toString());
      Playwright playwright =
          Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable)
                      .setEnv(environment())
                      .setArgs(FLAGS));
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser-stop"));
      return browser;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The driver is a folder with the package playwright-core in it, under another name. */
  private static Path driver() throws IOException {
    Path driver = Files.createDirectories(HOME.resolve("driver"));
    Path link = driver.resolve("package");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, PROJECT.resolve("node_modules/playwright-core"));
    }
    return driver;
  }

  private static Map<String, String> environment() throws IOException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_NODEJS_PATH", "node");
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    environment.put("FONTCONFIG_FILE", fonts().toString());
    environment.put("TMPDIR", HOME.toString());
    return environment;
  }

  /** The font that comes with Chromium, then those that the machine has. */
  private static Path fonts() throws IOException {
    String configuration =
        """
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <dir>%1$s/fonts</dir>
          <dir>/usr/share/fonts</dir>
          <cachedir>%1$s/font-cache</cachedir>
        </fontconfig>
        """;
    return Files.writeString(HOME.resolve("fonts.conf"), configuration.formatted(HOME));
  }

  /** Where the package put the executable; at most once after each {@code mvn clean}. */
  private static Path unpacked() throws IOException {
    String script =
        "import('@sparticuz/chromium').then(c=>c.default.executablePath()).then(p=>console.log(p))";
    ProcessBuilder node = new ProcessBuilder("node", "-e", script).redirectErrorStream(true);
    node.directory(PROJECT.toFile()).environment().put("TMPDIR", HOME.toString());
    Process process = node.start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    Path executable = Path.of(said.lines().reduce((first, last) -> last).orElse(said));
    if (!Files.isExecutable(executable)) {
      throw new IllegalStateException("Chromium did not unpack: " + said);
    }
    return executable;
  }
}
