package io.crmsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link from one document to another leads to a file that is there, and to a heading in it. */
class DocumentLinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s:]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");

  @Test
  void noLinkLeadsNowhere() throws IOException {
    for (Path document : documents()) {
      assertThat(leadingNowhere(document)).as(document.toString()).isEmpty();
    }
  }

  @Test
  void aFileOrAHeadingThatIsGoneIsNoticed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("there.md"), "# Who may `write`?\n");
    Path document =
        Files.writeString(
            folder.resolve("document.md"),
            "[a](there.md) [b](there.md#who-may-write) [c](gone.md) [d](there.md#gone) [e](#gone)"
                + " [f](https://example.com/gone)");

    assertThat(leadingNowhere(document)).containsExactly("gone.md", "there.md#gone", "#gone");
  }

  private static List<String> leadingNowhere(Path document) throws IOException {
    List<String> nowhere = new ArrayList<>();
    for (String link : links(document)) {
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
      boolean leads =
          Files.exists(target) && (parts.length == 1 || headings(target).contains(parts[1]));
      if (!leads) {
        nowhere.add(link);
      }
    }
    return nowhere;
  }

  private static List<String> links(Path document) throws IOException {
    String prose = CODE.matcher(Files.readString(document)).replaceAll("");
    return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
  }

  /** As GitHub makes anchors of headings: small letters, digits and dashes. */
  private static List<String> headings(Path document) throws IOException {
    String prose = CODE.matcher(Files.readString(document)).replaceAll("");
    return HEADING
        .matcher(prose)
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .toList();
  }

  private static List<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(""))) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(found::add);
    }
    for (Path folder : List.of(Path.of("docs"), Path.of("infra"), Path.of(".github"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(found::add);
      }
    }
    return found;
  }
}
