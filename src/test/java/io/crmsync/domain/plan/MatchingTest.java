package io.crmsync.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.plan.Matching.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R8: which Outlook contact it is")
class MatchingTest {
  private static final ContactId CONTACT = new ContactId("c1");
  private static final FolderId OURS = new FolderId("ours");
  private static final FolderId OTHER = new FolderId("other");
  private static final String EMAIL = "john@example.org";

  private static FolderEntry marked(String id, FolderId folder, String mark, int created) {
    return new FolderEntry(
        new OutlookId(id),
        folder,
        Optional.of(mark),
        Instant.ofEpochSecond(created),
        List.of(EMAIL));
  }

  private static FolderEntry unmarked(String id, FolderId folder, String... emails) {
    return new FolderEntry(
        new OutlookId(id), folder, Optional.empty(), Instant.EPOCH, List.of(emails));
  }

  /** In whatever order they are listed. */
  private static void assertMatch(Kind kind, String id, FolderEntry... entries) {
    List<FolderEntry> shuffled = new ArrayList<>(List.of(entries));
    Random random = new Random(8);
    for (int turn = 0; turn < 10; turn++) {
      Collections.shuffle(shuffled, random);
      Matching.Match match = Matching.among(shuffled, CONTACT, EMAIL, OURS);
      assertThat(match.kind()).isEqualTo(kind);
      assertThat(match.entry().map(entry -> entry.id().value()).orElse("")).isEqualTo(id);
    }
  }

  @Test
  void theMarkGoesBeforeTheAddress() {
    assertMatch(Kind.MARKED, "m", unmarked("u", OURS, EMAIL), marked("m", OTHER, "c1", 9));
  }

  @Test
  void ofSeveralMarkedTheOneInTheConfiguredFolder() {
    assertMatch(Kind.MARKED, "in", marked("old", OTHER, "c1", 1), marked("in", OURS, "c1", 9));
  }

  @Test
  void elseTheOldest() {
    assertMatch(
        Kind.MARKED,
        "old",
        marked("new", OTHER, "c1", 9),
        marked("old", new FolderId("third"), "c1", 1));
    assertMatch(Kind.MARKED, "old", marked("new", OURS, "c1", 9), marked("old", OURS, "c1", 1));
  }

  @Test
  void ofEquallyOldOnesTheSmallerId() {
    assertMatch(Kind.MARKED, "a", marked("b", OURS, "c1", 1), marked("a", OURS, "c1", 1));
  }

  @Test
  void aMarkIsComparedExactly() {
    assertMatch(Kind.NONE, "", marked("m", OURS, "C1", 1), marked("n", OURS, "c1 ", 1));
  }

  @Test
  void whatCarriesAnotherMarkIsNeverAdopted() {
    assertMatch(Kind.NONE, "", marked("m", OURS, "c2", 1), marked("n", OURS, "", 1));
  }

  @Test
  void oneWithTheAddressInAnotherSpellingIsAdopted() {
    for (String spelling :
        List.of("SMTP:john@example.org", "mailto:john@example.org", "'john@Example.org'")) {
      assertMatch(Kind.ADOPTABLE, "u", unmarked("u", OURS, spelling));
    }
  }

  @Test
  void oneWithTheAddressIsAdopted() {
    assertMatch(
        Kind.ADOPTABLE,
        "u",
        unmarked("u", OURS, "own@example.org", " JOHN@Example.org"),
        unmarked("v", OURS, "other@example.org"),
        unmarked("w", OURS),
        marked("m", OURS, "c2", 1));
  }

  @Test
  void nothingIsAdoptedOutsideTheConfiguredFolder() {
    assertMatch(Kind.NONE, "", unmarked("u", OTHER, EMAIL));
  }

  @Test
  void moreThanOneIsAmbiguous() {
    assertMatch(Kind.AMBIGUOUS, "", unmarked("u", OURS, EMAIL), unmarked("v", OURS, EMAIL));
  }

  @Test
  void oneThatIsListedTwiceIsOne() {
    assertMatch(Kind.ADOPTABLE, "u", unmarked("u", OURS, EMAIL, EMAIL), unmarked("u", OURS, EMAIL));
  }

  @Test
  void withoutAnAddressOnlyTheMarkCounts() {
    List<FolderEntry> entries = List.of(unmarked("u", OURS, "", " "), unmarked("v", OURS));
    assertThat(Matching.among(entries, CONTACT, "", OURS).kind()).isEqualTo(Kind.NONE);
    assertThat(Matching.among(entries, CONTACT, " \u00A0", OURS).kind()).isEqualTo(Kind.NONE);
  }

  @Test
  void anEmptyMailboxHasNoMatch() {
    assertMatch(Kind.NONE, "");
  }

  @Test
  void everyMarkedOneIsFound() {
    FolderEntry in = marked("in", OURS, "c1", 1);
    FolderEntry out = marked("out", OTHER, "c1", 1);
    assertThat(
            Matching.marked(
                List.of(in, unmarked("u", OURS, EMAIL), marked("x", OURS, "C1", 1), out), CONTACT))
        .containsExactly(in, out);
  }
}
