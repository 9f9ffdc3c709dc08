package io.crmsync.functions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.eligibility.NotActionable;
import io.crmsync.domain.plan.Pair;
import io.crmsync.domain.plan.Planner;
import io.crmsync.sync.dryrun.SettledPairs;
import io.crmsync.sync.mailbox.LookIntoMailbox;
import io.crmsync.sync.mailbox.MailboxDoor;
import io.crmsync.sync.pair.FailPair;
import io.crmsync.sync.pair.SyncContact;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.Run;
import io.crmsync.sync.preview.PreviewState;
import io.crmsync.sync.request.SyncSelected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No code that the API sends is shown as it is: the page has words for each. */
class ReasonsHaveWordsTest {
  private static final Path WORDS = Path.of("src/main/resources/web/static/texts/en.js");
  private static final Path SOURCES = Path.of("src/main/java/io/crmsync/sync");

  /** A look that ends, or a row of a report, with a reason that stands there in letters. */
  private static final Pattern IN_LETTERS =
      Pattern.compile(
          "(?:giveUp\\(work, message, |String (?:ASKED|NOT_READ|STRAY_COPY|UNKNOWN) = )"
              + "\"([A-Za-z]+)\"");

  @Test
  void everyReasonHasWords() throws IOException {
    Set<String> reasons = inLetters();
    assertThat(reasons).contains("throttled", "noAnswer", "asked", "strayCopy", "mailboxNotRead");
    Arrays.stream(NotActionable.values()).map(NotActionable::code).forEach(reasons::add);
    Arrays.stream(Exclusion.values()).map(Exclusion::code).forEach(reasons::add);
    Arrays.stream(MailboxClosed.Reason.values())
        .map(MailboxClosed.Reason::code)
        .forEach(reasons::add);
    reasons.addAll(
        List.of(
            Pair.WAITS_FOR_USER,
            Planner.MAILBOX_CHANGED,
            Planner.REMOVAL_NOT_RELEASED,
            MailboxDoor.TWICE,
            MailboxDoor.UNKNOWN,
            LookIntoMailbox.CHANGED,
            SettledPairs.FOUND_BY_MARK,
            PreviewState.REMOVED_IN_OUTLOOK.code(),
            FailPair.POISONED,
            SyncContact.UNINSTALLED,
            SyncSelected.NO_SUCH_CONTACT));
    assertThat(keys("reasons")).containsAll(reasons);
  }

  @Test
  void everyModeOfARunHasAName() throws IOException {
    assertThat(keys("runMode"))
        .containsAll(Arrays.stream(Run.Mode.values()).map(Run.Mode::code).toList());
  }

  private static Set<String> inLetters() throws IOException {
    Set<String> found = new TreeSet<>();
    try (var files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher each = IN_LETTERS.matcher(Files.readString(file).replaceAll("\\s+", " "));
        while (each.find()) {
          found.add(each.group(1));
        }
      }
    }
    return found;
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
