package io.crmsync.functions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No code that the API sends is shown as it is: the page has words for each, and for no other. */
class EveryReasonHasWordsTest {
  private static final Path WORDS = Path.of("src/main/resources/web/static/texts/en.js");

  @Test
  void everyReasonHasWordsAndNothingElseHas() throws IOException {
    assertThat(keys("reasons"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Reason.values()).map(Reason::code).toList());
  }

  @Test
  void everyModeOfARunHasAName() throws IOException {
    assertThat(keys("runMode"))
        .containsAll(Arrays.stream(Run.Mode.values()).map(Run.Mode::code).toList());
  }

  private static Set<String> keys(String group) throws IOException {
    String texts = String.join(" ", Files.readAllLines(WORDS));
    int from = texts.indexOf("   " + group + ": {");
    String part = texts.substring(from, texts.indexOf("},  ", from));
    Set<String> keys = new TreeSet<>();
    Matcher each = Pattern.compile("[{,]\\s*([A-Za-z]+): \\p{Punct}").matcher(part);
    while (each.find()) {
      keys.add(each.group(1));
    }
    return keys;
  }
}
