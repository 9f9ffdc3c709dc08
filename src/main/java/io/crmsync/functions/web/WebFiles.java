package io.crmsync.functions.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All files of the page by address. They are those that {@code web/files.txt} in the jar names; a
 * request's path is looked up among them and is never the name of anything that is opened.
 *
 * <p>Shells (HTML) have an address each. Where they name {@code /page/static/…}, they are sent with
 * {@code /page/static/VERSION/…}, the hash of all static files, so that what a browser keeps under
 * such an address never changes; files name each other relatively. An older page that is still
 * open, or one that came from an instance with another version, gets the present file, which is
 * then not kept.
 */
public final class WebFiles {
  private static final String LIST = "files.txt";
  private static final String STATIC_FOLDER = "/page/static/";
  private static final Pattern STATIC =
      Pattern.compile("/page/(static/)(?:([0-9a-f]{16})/)?([a-zA-Z0-9._/-]+)");

  private final Map<String, WebFile> statics = new TreeMap<>();
  private final Map<String, WebFile> shells = new TreeMap<>();
  private final String version;

  private WebFiles(String folder, Iterable<String> names) {
    for (String name : names) {
      WebFile file = new WebFile(FileType.of(name), bytes(folder + name));
      (name.startsWith("static/") ? statics : shells).put(name, file);
    }
    StringBuilder all = new StringBuilder();
    statics.forEach((name, file) -> all.append(name).append(' ').append(file.hash()).append('\n'));
    version = WebFile.hash(all.toString().getBytes(StandardCharsets.UTF_8));
    shells.replaceAll((name, file) -> file.with(STATIC_FOLDER, STATIC_FOLDER + version + "/"));
  }

  /**
   * Reads those in the jar.
   *
   * @throws IllegalStateException if one that is listed is not there
   */
  public static WebFiles inTheJar() {
    return in("/web/");
  }

  /** Those of another folder of resources, which has a list of its own. */
  static WebFiles in(String folder) {
    String list = new String(bytes(folder + LIST), StandardCharsets.UTF_8);
    return new WebFiles(folder, list.lines().filter(line -> !line.isBlank()).toList());
  }

  /**
   * What is at {@code path}, encoded as it was sent: an encoded slash, dots and another case are
   * another path, where nothing is.
   */
  public Optional<WebAnswer> at(String path) {
    Matcher asset = STATIC.matcher(path);
    if (asset.matches()) {
      boolean present = version.equals(asset.group(2));
      return Optional.ofNullable(statics.get(asset.group(1) + asset.group(3)))
          .map(file -> WebAnswer.of(file, present ? WebAnswer.Keep.FOREVER : WebAnswer.Keep.ASK));
    }
    return shell(path).map(file -> WebAnswer.of(file, WebAnswer.Keep.ASK));
  }

  private Optional<WebFile> shell(String path) {
    return switch (path) {
      case "/page", "/page/" -> Optional.ofNullable(shells.get("contacts.html"));
      case "/page/sync" -> Optional.ofNullable(shells.get("sync.html"));
      case "/page/admin" -> Optional.ofNullable(shells.get("admin.html"));
      default -> Optional.empty();
    };
  }

  private static byte[] bytes(String resource) {
    try (InputStream file = WebFiles.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("listed, but not there: " + resource);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
