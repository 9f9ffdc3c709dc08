package io.crmsync.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Few values, all lists that can be made of them, and what must hold of each answer. */
@DisplayName("R10, R11: our entry in a list")
class ListMergeTest {
  private static final List<String> VALUES = List.of("a@x.org", " A@x.org ", "b@x.org", "c@x.org");
  private static final List<String> OURS = List.of("", "a@x.org", "b@x.org", "gone@x.org");
  private static final List<String> DESIRED = List.of("", "a@x.org", "b@x.org", "d@x.org");

  private static List<String> merged(
      ListSlot slot, List<String> entries, String ours, String desired) {
    FieldHash base = Sample.HASHER.hash(slot.field(), ours);
    return new ListMerge(slot, entries).changed(desired, List.of(base), Sample.HASHER, false);
  }

  private static List<List<String>> lists(int longest) {
    List<List<String>> all = new ArrayList<>(List.of(List.of()));
    for (int from = 0; all.get(from).size() < longest; from++) {
      List<String> shorter = all.get(from);
      VALUES.forEach(value -> all.add(Stream.concat(shorter.stream(), Stream.of(value)).toList()));
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void whateverTheListOursIsThereOnceAndTheUsersEntriesStay(ListSlot slot) {
    for (List<String> entries : lists(slot.capacity())) {
      for (String ours : OURS) {
        for (String desired : DESIRED) {
          List<String> after = merged(slot, entries, ours, desired);
          String what = slot + " " + entries + " ours: " + ours + " desired: " + desired;
          if (desired.isEmpty()) {
            assertThat(after).as(what).isEqualTo(without(entries, ours));
          } else {
            checkWritten(slot, entries, ours, desired, after, what);
          }
        }
      }
    }
  }

  private static void checkWritten(
      ListSlot slot,
      List<String> entries,
      String ours,
      String desired,
      List<String> after,
      String what) {
    assertThat(after).as(what).hasSizeLessThanOrEqualTo(slot.capacity());
    assertThat(same(slot, after, desired)).as(what).containsExactly(desired);
    List<String> kept = after.stream().filter(entry -> !entry.equals(desired)).toList();
    assertThat(kept).as(what).isEqualTo(users(slot, entries, ours, desired));
    assertThat(merged(slot, after, desired, desired)).as(what + " again").isEqualTo(after);
    assertThat(merged(slot, after, ours, desired)).as(what + " repeated").isEqualTo(after);
  }

  /** The entries that are not ours and not the desired value: none of them may be lost. */
  private static List<String> users(
      ListSlot slot, List<String> entries, String ours, String desired) {
    List<String> others = new ArrayList<>(entries);
    if (has(entries, ours)) {
      others.removeIf(entry -> Text.normal(entry).equals(ours));
    } else if (same(slot, entries, desired).isEmpty()) {
      if (!ours.isEmpty() && !entries.isEmpty()) {
        others.remove(0);
      } else if (entries.size() == slot.capacity()) {
        others.remove(entries.size() - 1);
      }
    }
    others.removeIf(entry -> slot.same(Text.normal(entry), desired));
    return others;
  }

  private static List<String> without(List<String> entries, String ours) {
    List<String> others = new ArrayList<>(entries);
    if (has(entries, ours)) {
      others.removeIf(entry -> Text.normal(entry).equals(ours));
    } else if (!ours.isEmpty() && !entries.isEmpty()) {
      others.remove(0);
    }
    return others;
  }

  private static boolean has(List<String> entries, String ours) {
    return !ours.isEmpty() && entries.stream().map(Text::normal).anyMatch(ours::equals);
  }

  private static List<String> same(ListSlot slot, List<String> entries, String value) {
    return entries.stream().filter(entry -> slot.same(Text.normal(entry), value)).toList();
  }

  @Test
  void oursIsReplacedInItsPlaceAndTheOthersGoBackUntouched() {
    assertThat(merged(ListSlot.EMAILS, List.of(" Own@x.org ", "old@x.org", "z"), "old@x.org", "n"))
        .containsExactly(" Own@x.org ", "n", "z");
  }

  @Test
  void oneThatTheUserEditedIsTheFirst() {
    assertThat(merged(ListSlot.BUSINESS_PHONES, List.of("edited", "own"), "1", "2"))
        .containsExactly("2", "own");
  }

  @Test
  void aFirstValueIsAppended() {
    assertThat(merged(ListSlot.EMAILS, List.of("own", "own2"), "", "n"))
        .containsExactly("own", "own2", "n");
  }

  @Test
  void onlyInAFullListItReplacesTheLast() {
    assertThat(merged(ListSlot.HOME_PHONES, List.of("own", "own2"), "", "n"))
        .containsExactly("own", "n");
  }

  @Test
  void aThirdPhoneIsNeverSent() {
    assertThat(
            IntStream.range(0, 3)
                .mapToObj(size -> List.of("1", "2").subList(0, Math.min(size, 2)))
                .map(entries -> merged(ListSlot.BUSINESS_PHONES, entries, "", "n")))
        .allMatch(entries -> entries.size() <= 2);
  }

  @Test
  void aValueThatTheUserTypedAlreadyBecomesOurs() {
    assertThat(merged(ListSlot.EMAILS, List.of("own@x.org", "New@X.org"), "", "new@x.org"))
        .containsExactly("own@x.org", "new@x.org");
    assertThat(merged(ListSlot.EMAILS, List.of("old@x.org", "NEW@x.org"), "old@x.org", "new@x.org"))
        .containsExactly("new@x.org");
  }

  /** Sent, and then the worker died before it could remember: R19. */
  @Test
  void aRepeatedChangeDoesNotTakeAnEntryOfTheUsers() {
    List<String> sent = merged(ListSlot.EMAILS, List.of("own", "old"), "old", "new");
    assertThat(merged(ListSlot.EMAILS, sent, "old", "new")).containsExactly("own", "new");
  }

  @Test
  void clearingTakesOursAndLeavesTheOthers() {
    assertThat(merged(ListSlot.EMAILS, List.of("own", "old", "own2"), "old", ""))
        .containsExactly("own", "own2");
    assertThat(merged(ListSlot.EMAILS, List.of("edited"), "old", "")).isEmpty();
    assertThat(merged(ListSlot.EMAILS, List.of(), "old", "")).isEmpty();
  }

  @Test
  void blankEntriesAreNotTakenForOurs() {
    assertThat(merged(ListSlot.EMAILS, List.of(" ", "own"), "", "new"))
        .containsExactly(" ", "own", "new");
  }

  @Test
  void phonesAreComparedExactlyAndEmailsIgnoringCase() {
    assertThat(merged(ListSlot.HOME_PHONES, List.of("1 ext A"), "", "1 ext a"))
        .containsExactly("1 ext A", "1 ext a");
    assertThat(ListSlot.EMAILS.same("I@x.org", "i@X.ORG")).isTrue();
    assertThat(ListSlot.EMAILS.same("\u0131@x.org", "I@x.org")).isFalse();
    assertThat(ListSlot.EMAILS.same("\u0130@x.org", "i@x.org")).isFalse();
  }

  @Test
  void clearingThatMayHaveGoneThroughAlreadyRemovesNoEntryOfTheUsers() {
    FieldHash base = Sample.HASHER.hash(ListSlot.EMAILS.field(), "gone@x.org");
    ListMerge users = new ListMerge(ListSlot.EMAILS, List.of("a@x.org"));
    assertThat(users.changed("", List.of(base), Sample.HASHER, true)).containsExactly("a@x.org");
    assertThat(users.changed("", List.of(base), Sample.HASHER, false)).isEmpty();
  }

  @Test
  void oursIsWhatALostRequestWroteIfTheBaseIsNotThere() {
    List<FieldHash> written = List.of(hash("base@x.org"), hash("sent@x.org"));
    assertThat(changed(written, "new@x.org", "a@x.org", "sent@x.org"))
        .containsExactly("a@x.org", "new@x.org");
    assertThat(changed(written, "", "a@x.org", "sent@x.org")).containsExactly("a@x.org");
    assertThat(changed(written, "new@x.org", "sent@x.org", "base@x.org"))
        .as("it was not carried out: the other is the user's")
        .containsExactly("sent@x.org", "new@x.org");
    assertThat(changed(written, "new@x.org", "a@x.org"))
        .as("neither is there: none of the user's is taken")
        .containsExactly("a@x.org", "new@x.org");
    assertThat(changed(List.of(FieldHash.EMPTY), "new@x.org", "a@x.org"))
        .containsExactly("a@x.org", "new@x.org");
  }

  private static List<String> changed(List<FieldHash> written, String value, String... entries) {
    return new ListMerge(ListSlot.EMAILS, List.of(entries))
        .changed(value, written, Sample.HASHER, true);
  }

  private static FieldHash hash(String email) {
    return Sample.HASHER.hash(ListSlot.EMAILS.field(), email);
  }

  private static String ours(List<String> entries, String base, String desired) {
    ListSlot slot = ListSlot.EMAILS;
    return new ListMerge(slot, entries)
        .ours(desired, Sample.HASHER.hash(slot.field(), base), Sample.HASHER);
  }

  @Test
  void oursIsTheEntryThatTheBaseKnowsThenTheDesiredOneThenTheFirst() {
    List<String> entries = List.of("b@x.org", " A@x.org ", "c@x.org");
    assertThat(ours(entries, "c@x.org", "A@x.org")).isEqualTo("c@x.org");
    assertThat(ours(entries, "gone@x.org", "a@x.org")).isEqualTo("A@x.org");
    assertThat(ours(entries, "gone@x.org", "new@x.org")).isEqualTo("b@x.org");
  }

  @Test
  void whereWeNeverHadAnEntryNoneIsOurs() {
    assertThat(ours(List.of("b@x.org"), "", "new@x.org")).isEmpty();
    assertThat(ours(List.of(), "gone@x.org", "new@x.org")).isEmpty();
  }
}
