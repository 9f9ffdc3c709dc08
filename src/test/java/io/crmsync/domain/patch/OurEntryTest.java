package io.crmsync.domain.patch;

import static io.crmsync.domain.patch.Sample.CONTACT;
import static io.crmsync.domain.patch.Sample.HASHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.base.FieldHasher;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every small history of a list: what the user had, what the server made of our write, what the
 * user made of that, what the CRM then says, and a write of another field before or after the
 * user's edit. Each is compared with a model that knows which entry is ours, because it plays the
 * server.
 */
@DisplayName("R10: which entry of a list is ours")
class OurEntryTest {
  private static final String FIRST = "first@x.org";
  private static final String SECOND = "second@x.org";
  private static final String NAME = "/o=ExchangeLabs/ou=Group/cn=Recipients/cn=first";

  /** What the server makes of the entry that we send. */
  private enum Server {
    KEEPS(FIRST),
    NAMES(NAME),
    REWRITES("rewritten@x.org"),
    DROPS("");

    private final String answer;

    Server(String answer) {
      this.answer = answer;
    }
  }

  /** When a field that is in no list is written. */
  private enum OtherWrite {
    NEVER,
    BEFORE_THE_EDIT,
    AFTER_THE_EDIT
  }

  /** R10 in plain values: the entry that is ours as answered, and the others that were there. */
  private static final class Model {
    private final ListSlot slot;
    private Optional<String> ours;
    private Set<String> others;

    Model(ListSlot slot, List<String> answered, Optional<String> ours) {
      this.slot = slot;
      this.ours = ours;
      others = new HashSet<>(answered);
      ours.ifPresent(others::remove);
    }

    void answeredToAnotherWrite(List<String> list) {
      Optional<String> become = ours(list, "");
      if (become.isEmpty()) {
        ours = Optional.empty();
      }
      others = new HashSet<>(list);
      become.ifPresent(others::remove);
    }

    List<String> merged(List<String> list, String desired) {
      Optional<String> mine = ours(list, desired);
      List<String> merged = new ArrayList<>(list);
      if (desired.isEmpty()) {
        mine.ifPresent(merged::remove);
        return merged;
      }
      if (mine.isPresent()) {
        merged.set(merged.indexOf(mine.get()), desired);
      } else if (!merged.contains(desired)) {
        if (merged.size() == slot.capacity()) {
          merged.remove(merged.size() - 1);
        }
        merged.add(desired);
      }
      int place = mine.map(list::indexOf).orElse(merged.indexOf(desired));
      List<String> once = new ArrayList<>();
      for (int index = 0; index < merged.size(); index++) {
        if (index == place || !merged.get(index).equals(desired)) {
          once.add(merged.get(index));
        }
      }
      return once;
    }

    private Optional<String> ours(List<String> list, String desired) {
      if (ours.isEmpty() || list.contains(ours.get())) {
        return ours;
      }
      List<String> edits = list.stream().filter(entry -> !others.contains(entry)).toList();
      return edits.stream()
          .filter(desired::equals)
          .findFirst()
          .or(() -> edits.stream().filter(this::isName).findFirst())
          .or(() -> edits.stream().findFirst());
    }

    private boolean isName(String entry) {
      return slot == ListSlot.EMAILS && entry.startsWith("/o=");
    }
  }

  @ParameterizedTest
  @EnumSource
  void isTheOneThatTheModelSaysInEverySmallHistory(ListSlot slot) {
    int histories = 0;
    for (List<String> before : lists(List.of("own@x.org", "own2@x.org", FIRST), slot.capacity())) {
      for (Server server : Server.values()) {
        List<String> sent = sent(adopted(slot, before), slot);
        List<String> answered = answered(sent, server);
        Set<String> words = new HashSet<>(answered);
        words.addAll(List.of("typed@x.org", "/o=typed", SECOND));
        for (List<String> edited : lists(List.copyOf(words), slot.capacity())) {
          for (OtherWrite other : OtherWrite.values()) {
            for (String desired : List.of("", SECOND, "own@x.org")) {
              check(slot, before, server, edited, other, desired);
              histories++;
            }
          }
        }
      }
    }
    assertThat(histories).isGreaterThan(slot.capacity() == 3 ? 50_000 : 3_000);
  }

  private static void check(
      ListSlot slot,
      List<String> before,
      Server server,
      List<String> edited,
      OtherWrite other,
      String desired) {
    ContactPatch adopt = adopted(slot, before);
    List<String> answered = answered(sent(adopt, slot), server);
    ListAnswers answers = after(ListAnswers.UNKNOWN, adopt, slot, answered);
    Model model =
        new Model(slot, answered, Optional.of(server.answer).filter(ours -> !ours.isEmpty()));
    if (other != OtherWrite.NEVER) {
      List<String> then = other == OtherWrite.BEFORE_THE_EDIT ? answered : edited;
      answers = after(answers, NOTHING, slot, then);
      model.answeredToAnotherWrite(then);
    }
    WrittenValues written =
        new WrittenValues(HASHER.baseOf(only(slot, FIRST)), answers, UnknownWrites.NOTHING);
    String what =
        slot
            + " had "
            + before
            + ", server "
            + server
            + ", edited "
            + edited
            + ", other write "
            + other
            + ", CRM says '"
            + desired
            + "'";
    List<String> merged = merged(slot, edited, desired, written);
    assertThat(merged).as(what).isEqualTo(model.merged(edited, desired));
    assertThat(merged).as(what).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(slot.capacity());
  }

  private static final ContactPatch NOTHING =
      new ContactPatch(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());

  private static ContactPatch adopted(ListSlot slot, List<String> entries) {
    return Patches.adopt(CONTACT, only(slot, FIRST), contact(slot, entries), "");
  }

  private static List<String> sent(ContactPatch patch, ListSlot slot) {
    return patch.lists().getOrDefault(slot, List.of());
  }

  private static List<String> answered(List<String> sent, Server server) {
    List<String> answered = new ArrayList<>(sent);
    answered.replaceAll(entry -> entry.equals(FIRST) ? server.answer : entry);
    answered.removeIf(String::isEmpty);
    return answered;
  }

  private static ListAnswers after(
      ListAnswers before, ContactPatch sent, ListSlot slot, List<String> answered) {
    WriteAnswer answer = WriteAnswer.of(contact(slot, answered));
    return before.after(sent, answer, only(slot, FIRST), HASHER);
  }

  /** What the mailbox holds after the CRM's change. */
  private static List<String> merged(
      ListSlot slot, List<String> entries, String desired, WrittenValues written) {
    ContactPatch patch =
        Patches.update(
            Set.of(slot.field()),
            only(slot, desired),
            written,
            HASHER,
            Optional.of(contact(slot, entries)));
    return patch.lists().getOrDefault(slot, entries);
  }

  private static FieldValues only(ListSlot slot, String value) {
    return Sample.only(slot.field(), value);
  }

  private static OutlookContact contact(ListSlot slot, List<String> entries) {
    return new OutlookContact(
        new OutlookId("o1"),
        new FolderId("f1"),
        Optional.empty(),
        Instant.EPOCH,
        Map.of(),
        Map.of(slot, entries),
        List.of());
  }

  /** Every list of these words, each once at most. */
  private static List<List<String>> lists(List<String> words, int longest) {
    List<List<String>> all = new ArrayList<>(List.of(List.of()));
    for (int from = 0; from < all.size(); from++) {
      List<String> shorter = all.get(from);
      if (shorter.size() < longest) {
        words.stream()
            .filter(word -> !shorter.contains(word))
            .forEach(
                word -> {
                  List<String> longer = new ArrayList<>(shorter);
                  longer.add(word);
                  all.add(longer);
                });
      }
    }
    return all;
  }

  private static WrittenValues created(List<String> answered) {
    FieldValues values = Sample.only(Field.EMAIL, FIRST);
    ContactPatch create = Patches.create(CONTACT, values, "");
    ListAnswers answers = after(ListAnswers.UNKNOWN, create, ListSlot.EMAILS, answered);
    return new WrittenValues(HASHER.baseOf(values), answers, UnknownWrites.NOTHING);
  }

  private static List<String> emails(WrittenValues written, String desired, String... entries) {
    return merged(ListSlot.EMAILS, List.of(entries), desired, written);
  }

  @Test
  void isTheUsersEditOfItAndTheCrmWins() {
    assertThat(emails(created(List.of(FIRST)), SECOND, "typed@x.org")).containsExactly(SECOND);
    assertThat(emails(created(List.of(FIRST)), "", "typed@x.org")).isEmpty();
  }

  @Test
  void isNoneWhereTheServerDroppedItAndTheUsersOwnStays() {
    assertThat(emails(created(List.of()), SECOND, "own@x.org"))
        .containsExactly("own@x.org", SECOND);
    assertThat(emails(created(List.of()), "", "own@x.org")).containsExactly("own@x.org");
  }

  @Test
  void isTheNameThatTheServerMadeOfIt() {
    assertThat(emails(created(List.of(NAME)), SECOND, "own@x.org", NAME))
        .containsExactly("own@x.org", SECOND);
    assertThat(emails(created(List.of(NAME)), "", "own@x.org", NAME)).containsExactly("own@x.org");
  }

  @Test
  void isNoneWhereTheUserTookItAwayAndTheOthersWereThereBefore() {
    WrittenValues written = created(List.of(FIRST, "own@x.org"));
    assertThat(emails(written, SECOND, "own@x.org")).containsExactly("own@x.org", SECOND);
    assertThat(emails(written, "", "own@x.org")).containsExactly("own@x.org");
  }

  @Test
  void isStillThereInAnotherSpelling() {
    assertThat(emails(created(List.of(FIRST)), SECOND, "new@x.org", "SMTP:First@X.org"))
        .containsExactly("new@x.org", SECOND);
  }

  /** Which of the two the server dropped, and which it renamed, nobody knows. */
  @Test
  void isNoneInDoubt() {
    FieldValues values = Sample.only(Field.EMAIL, FIRST);
    ContactPatch adopt = adopted(ListSlot.EMAILS, List.of("own@x.org"));
    ListAnswers answers =
        after(ListAnswers.UNKNOWN, adopt, ListSlot.EMAILS, List.of("/o=somebody"));
    WrittenValues written =
        new WrittenValues(HASHER.baseOf(values), answers, UnknownWrites.NOTHING);
    assertThat(emails(written, SECOND, "/o=somebody")).containsExactly("/o=somebody", SECOND);
  }

  /** Sent, perhaps carried out, and never answered: whatever the server made of it (R19). */
  @ParameterizedTest
  @EnumSource
  void isOneAloneWhenARequestThatWasLostIsRepeated(ListSlot slot) {
    for (List<String> own : lists(List.of("own@x.org", "own2@x.org"), slot.capacity() - 1)) {
      for (Server before : List.of(Server.KEEPS, Server.NAMES, Server.REWRITES)) {
        ContactPatch adopt = adopted(slot, own);
        List<String> answered = answered(sent(adopt, slot), before);
        WrittenValues written =
            new WrittenValues(
                HASHER.baseOf(only(slot, FIRST)),
                after(ListAnswers.UNKNOWN, adopt, slot, answered),
                UnknownWrites.writing(HASHER.baseOf(only(slot, SECOND))));
        List<String> sent = merged(slot, answered, SECOND, written);
        for (String made : List.of(SECOND, "/o=second", "second rewritten")) {
          List<String> carriedOut = new ArrayList<>(sent);
          carriedOut.replaceAll(entry -> entry.equals(SECOND) ? made : entry);
          for (List<String> held : List.of(answered, carriedOut)) {
            for (String desired : List.of(SECOND, "third@x.org", "")) {
              List<String> expected = new ArrayList<>(own);
              expected.addAll(desired.isEmpty() ? List.of() : List.of(desired));
              assertThat(merged(slot, held, desired, written))
                  .as(slot + " had " + own + ", holds " + held + ", CRM says '" + desired + "'")
                  .containsExactlyInAnyOrderElementsOf(expected);
            }
          }
        }
      }
    }
  }

  /** The request that sent it was not answered; a name was there in nobody's list before. */
  @Test
  void isANewNameWhereARequestWasLost() {
    WrittenValues before = created(List.of(FIRST));
    WrittenValues lost =
        new WrittenValues(
            before.base(),
            before.answers(),
            UnknownWrites.writing(HASHER.baseOf(Sample.only(Field.EMAIL, SECOND))));
    assertThat(emails(lost, SECOND, "own@x.org", "/o=second")).containsExactly("own@x.org", SECOND);
  }

  @Test
  void whatItIsIsKnownAsAHashOfNoOtherPairAndNeverAsText() {
    ListAnswer answer = created(List.of(NAME, "own@x.org")).answers().of(ListSlot.EMAILS);
    assertThat(answer.ours().value()).hasSize(16);
    assertThat(answer.others()).allMatch(hash -> hash.value().length() == 16);
    FieldHasher another = new FieldHasher(new PairId(new UserId("u2"), CONTACT));
    assertThat(answer.others()).doesNotContain(another.hash(Field.EMAIL, "own@x.org"));
  }
}
