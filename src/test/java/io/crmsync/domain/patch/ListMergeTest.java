package io.crmsync.domain.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.outlook.ListSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With what an earlier version remembered, the base alone; {@link OurEntryTest} has the rest. */
@DisplayName("R10, R11: our entry in a list")
class ListMergeTest {
  private static final List<String> VALUES = List.of("a@x.org", " A@x.org ", "b@x.org", "c@x.org");
  private static final List<String> OURS = List.of("", "a@x.org", "b@x.org", "gone@x.org");
  private static final List<String> DESIRED = List.of("", "a@x.org", "b@x.org", "d@x.org");

  private static List<String> merged(
      ListSlot slot, List<String> entries, String ours, String desired) {
    return merged(slot, entries, desired, base(slot, ours, UnknownWrites.NOTHING));
  }

  private static List<String> merged(
      ListSlot slot, List<String> entries, String desired, WrittenValues written) {
    HashedList list = new HashedList(slot, entries, Sample.HASHER);
    return new ListMerge(slot, entries).merged(desired, written.ours(list, desired));
  }

  private static WrittenValues base(ListSlot slot, String ours, UnknownWrites lost) {
    Base base = new Base(Map.of(slot.field(), Sample.HASHER.hash(slot.field(), ours)));
    return new WrittenValues(base, ListAnswers.UNKNOWN, lost);
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
            assertThat(after).as(what).isEqualTo(without(slot, entries, ours));
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
    assertThat(after.stream().filter(entry -> slot.same(entry, desired)))
        .as(what)
        .containsExactly(desired);
    List<String> kept = after.stream().filter(entry -> !entry.equals(desired)).toList();
    assertThat(kept).as(what).isEqualTo(users(slot, entries, ours, desired));
    assertThat(merged(slot, after, desired, desired)).as(what + " again").isEqualTo(after);
    assertThat(merged(slot, after, ours, desired)).as(what + " repeated").isEqualTo(after);
  }

  /** The entries that are not ours and not the desired value: none of them may be lost. */
  private static List<String> users(
      ListSlot slot, List<String> entries, String ours, String desired) {
    List<String> others = new ArrayList<>(without(slot, entries, ours));
    boolean replacesNone =
        others.size() == entries.size()
            && entries.stream().noneMatch(entry -> slot.same(entry, desired));
    if (replacesNone && entries.size() == slot.capacity()) {
      others.remove(entries.size() - 1);
    }
    others.removeIf(entry -> slot.same(entry, desired));
    return others;
  }

  /** A base is found by its very spelling; with it go those that are the same. */
  private static List<String> without(ListSlot slot, List<String> entries, String ours) {
    List<String> others = new ArrayList<>(entries);
    if (!ours.isEmpty() && entries.stream().anyMatch(entry -> entry.strip().equals(ours))) {
      others.removeIf(entry -> slot.same(entry, ours));
    }
    return others;
  }

  @Test
  void oursIsReplacedInItsPlaceAndTheOthersGoBackUntouched() {
    assertThat(merged(ListSlot.EMAILS, List.of(" Own@x.org ", "old@x.org", "z"), "old@x.org", "n"))
        .containsExactly(" Own@x.org ", "n", "z");
  }

  /** Whether the user edited it, or the server dropped it, an earlier version did not remember. */
  @Test
  void whereNothingIsKnownOfTheAnswerNoneOfTheUsersIsTaken() {
    assertThat(merged(ListSlot.BUSINESS_PHONES, List.of("edited"), "1", "2"))
        .containsExactly("edited", "2");
    assertThat(merged(ListSlot.BUSINESS_PHONES, List.of("edited", "own"), "1", ""))
        .containsExactly("edited", "own");
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
  void aValueThatTheUserTypedAlreadyBecomesOurs() {
    assertThat(merged(ListSlot.EMAILS, List.of("own@x.org", "New@X.org"), "", "new@x.org"))
        .containsExactly("own@x.org", "new@x.org");
    assertThat(merged(ListSlot.EMAILS, List.of("own@x.org", "'New@X.org'"), "", "new@x.org"))
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

  /** A version that took off white space only wrote it so, and hashed it so. */
  @Test
  void oursIsFoundInTheFormInWhichAnEarlierVersionWroteIt() {
    assertThat(merged(ListSlot.HOME_PHONES, List.of("own", "1\u200B"), "1\u200B", "2"))
        .containsExactly("own", "2");
  }

  @Test
  void oursIsWhatALostRequestWroteIfTheBaseIsNotThere() {
    assertThat(lost("new@x.org", "a@x.org", "sent@x.org")).containsExactly("a@x.org", "new@x.org");
    assertThat(lost("", "a@x.org", "sent@x.org")).containsExactly("a@x.org");
    assertThat(lost("new@x.org", "sent@x.org", "base@x.org"))
        .as("it was not carried out: the other is the user's")
        .containsExactly("sent@x.org", "new@x.org");
    assertThat(lost("new@x.org", "a@x.org"))
        .as("neither is there: none of the user's is taken")
        .containsExactly("a@x.org", "new@x.org");
  }

  private static List<String> lost(String desired, String... entries) {
    FieldHash sent = Sample.HASHER.hash(ListSlot.EMAILS.field(), "sent@x.org");
    UnknownWrites lost =
        new UnknownWrites(Optional.empty(), Map.of(ListSlot.EMAILS.field(), List.of(sent)));
    return merged(
        ListSlot.EMAILS, List.of(entries), desired, base(ListSlot.EMAILS, "base@x.org", lost));
  }
}
