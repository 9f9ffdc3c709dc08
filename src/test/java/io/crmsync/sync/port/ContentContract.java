package io.crmsync.sync.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Part of {@link MailboxContract}: what is written is what is read. */
abstract class ContentContract {
  private final MailboxContract of;

  ContentContract(MailboxContract of) {
    this.of = of;
  }

  @Test
  void everyFieldOfANewContactReadsBack() {
    OutlookContact read = read(created());
    Map<Field, String> expected = new EnumMap<>(MailboxSample.plain());
    MailboxSample.addresses().values().forEach(expected::putAll);
    assertThat(read.plain()).isEqualTo(expected);
    assertThat(read.lists()).isEqualTo(MailboxSample.lists());
    assertThat(read.mark()).contains(MailboxSample.CONTACT.value());
    assertThat(read.categories()).containsExactly("CRM");
    assertThat(read.folder()).isEqualTo(of.mailbox().defaultFolder());
  }

  @Test
  void aClearedMarkIsNoneAnywhereAndTheRestStays() {
    OutlookId id = created();
    OutlookContact before = read(id);
    assertThat(of.mailbox().unmark(id)).isTrue();
    assertThat(read(id).mark()).isEmpty();
    assertThat(read(id).plain()).isEqualTo(before.plain());
    assertThat(read(id).lists()).isEqualTo(before.lists());
    FolderId home = of.mailbox().defaultFolder();
    assertThat(of.mailbox().list(home)).allSatisfy(e -> assertThat(e.mark()).isEmpty());
    assertThat(of.mailbox().find(home, MailboxSample.CONTACT, "")).isEmpty();
    of.owner().purge(id);
    assertThat(of.mailbox().unmark(id)).isFalse();
  }

  @Test
  void aChangeOfOneFieldLeavesTheOthers() {
    OutlookId id = created();
    assertThat(
            of.mailbox()
                .update(id, MailboxSample.plain(Field.POSITION, "Chair"))
                .map(WriteAnswer::folder))
        .contains(of.mailbox().defaultFolder());
    Map<Field, String> expected = new EnumMap<>(MailboxSample.plain());
    MailboxSample.addresses().values().forEach(expected::putAll);
    expected.put(Field.POSITION, "Chair");
    assertThat(read(id).plain()).isEqualTo(expected);
    assertThat(read(id).lists()).isEqualTo(MailboxSample.lists());
    assertThat(read(id).categories()).containsExactly("CRM");
  }

  @ParameterizedTest
  @EnumSource(
      value = Field.class,
      names = {"TITLE", "POSITION", "MOBILE_PHONE", "BUSINESS_FAX", "WEBSITE", "BIRTH_DATE"})
  void aPlainFieldIsClearedByTheEmptyString(Field field) {
    OutlookId id = created();
    of.mailbox().update(id, MailboxSample.plain(field, ""));
    assertThat(read(id).plainValue(field)).isEmpty();
    assertThat(read(id).plain()).hasSize(MailboxSample.plain().size() - 1 + 10);
  }

  @ParameterizedTest
  @EnumSource(ListSlot.class)
  void aListIsReplacedWhole(ListSlot slot) {
    OutlookId id = created();
    of.mailbox().update(id, MailboxSample.list(slot, "New@example.org"));
    assertThat(read(id).entries(slot)).containsExactly("New@example.org");
    of.mailbox().update(id, MailboxSample.list(slot));
    assertThat(read(id).entries(slot)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ListSlot.class)
  void oneEntryTooManyIsRefused(ListSlot slot) {
    OutlookId id = created();
    String[] tooMany = new String[slot.capacity() + 1];
    for (int i = 0; i < tooMany.length; i++) {
      tooMany[i] = i + "@example.org";
    }
    assertThatThrownBy(() -> of.mailbox().update(id, MailboxSample.list(slot, tooMany)))
        .isInstanceOf(MailboxRefused.class)
        .extracting(e -> ((MailboxRefused) e).code())
        .isEqualTo("ErrorInvalidProperty");
    assertThat(read(id).lists()).isEqualTo(MailboxSample.lists());
  }

  @ParameterizedTest
  @EnumSource(AddressSlot.class)
  void anAddressIsReplacedWhole(AddressSlot slot) {
    OutlookId id = created();
    Field city = slot.parts().get(1);
    of.mailbox().update(id, MailboxSample.address(slot, Map.of(city, "Delft")));
    assertThat(slot.parts().stream().map(read(id)::plainValue))
        .containsExactly("", "Delft", "", "", "");
    of.mailbox().update(id, MailboxSample.address(slot, Map.of()));
    assertThat(slot.parts()).allSatisfy(part -> assertThat(read(id).plainValue(part)).isEmpty());
  }

  @Test
  void theDisplayNameSentWithAnotherNameStays() {
    OutlookId id = created();
    Map<Field, String> names = Map.of(Field.FIRST_NAME, "Ada", Field.FULL_NAME, "Countess Ada");
    of.mailbox()
        .update(
            id, new ContactPatch(names, Map.of(), Map.of(), Optional.empty(), Optional.empty()));
    assertThat(read(id).plainValue(Field.FULL_NAME)).isEqualTo("Countess Ada");
  }

  @Test
  void aNameWithoutTheDisplayNameMakesANewDisplayName() {
    OutlookId id = created();
    of.mailbox().update(id, MailboxSample.plain(Field.FIRST_NAME, "Ada"));
    assertThat(read(id).plainValue(Field.FULL_NAME)).startsWith("Ada ");
  }

  @Test
  void namesOfEmailAddressesSurviveAReplacementOfTheList() {
    OutlookId id = of.owner().addContact(of.mailbox().defaultFolder(), "a@example.org", "At home");
    OutlookContact current = read(id);
    assertThat(current.emailNames()).containsEntry("a@example.org", "At home");
    of.mailbox()
        .update(
            id,
            MailboxSample.list(ListSlot.EMAILS, "new@example.org", "a@example.org")
                .keepingEmailNames(current));
    assertThat(read(id).emailNames()).containsEntry("a@example.org", "At home");
    assertThat(read(id).entries(ListSlot.EMAILS))
        .containsExactly("new@example.org", "a@example.org");
  }

  @Test
  void aContactOfTheUsersOwnIsMarkedAndCategorisedByAChange() {
    OutlookId id = of.owner().addContact(of.mailbox().defaultFolder(), "a@example.org", "A");
    assertThat(read(id).mark()).isEmpty();
    of.mailbox()
        .update(
            id,
            MailboxSample.plain(Field.POSITION, "Chair")
                .marked(new ContactId("c1"), Optional.of(List.of("Red", "CRM"))));
    assertThat(read(id).mark()).contains("c1");
    assertThat(read(id).categories()).containsExactly("Red", "CRM");
  }

  @ParameterizedTest
  @EnumSource(ListSlot.class)
  void theSameChangeSentTwiceIsSentWholeBothTimes(ListSlot slot) {
    OutlookId one = created();
    OutlookId other = created();
    ContactPatch change = MailboxSample.list(slot, "New@example.org");
    for (OutlookId id : List.of(one, other)) {
      of.mailbox().update(id, change);
      assertThat(read(id).entries(slot)).containsExactly("New@example.org");
    }
  }

  /** It may be another address than was sent, or none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain@example.org",
        "J\u00F6rg@example.org",
        "ada@example.org,",
        "ben@colleagues.example"
      })
  void aWriteIsAnsweredWithWhatTheMailboxMadeOfIt(String email) {
    ContactPatch sent =
        MailboxSample.named(MailboxSample.list(ListSlot.EMAILS, "own@example.org", email));
    WriteAnswer made = of.mailbox().create(of.mailbox().defaultFolder(), sent);
    assertThat(made).isEqualTo(WriteAnswer.of(read(made.id())));
    OutlookId another = created();
    assertThat(of.mailbox().update(another, sent)).contains(WriteAnswer.of(read(another)));
    assertThat(of.mailbox().update(another, MailboxSample.plain(Field.POSITION, "Chair")))
        .contains(WriteAnswer.of(read(another)));
    assertThat(made.entries(ListSlot.EMAILS)).startsWith("own@example.org");
  }

  @Test
  void whereAFirstNameIsRequiredAContactWithoutOneIsAnInvalidPropertyAndNotMade() {
    FolderId home = of.mailbox().defaultFolder();
    ContactPatch nameless = MailboxSample.plain(Field.FULL_NAME, "Ex");
    if (!of.firstNameRequired()) {
      assertThat(read(of.mailbox().create(home, nameless).id()).folder()).isEqualTo(home);
      return;
    }
    assertThatThrownBy(() -> of.mailbox().create(home, nameless))
        .isInstanceOfSatisfying(
            MailboxRefused.class, refused -> assertThat(refused.invalidProperty()).isTrue());
    assertThat(of.mailbox().list(home)).isEmpty();
  }

  @Test
  void textOfAnyScriptReadsBack() {
    String text = String.join("", Collections.nCopies(3, "Zoë 山田 🦉 \"'<&>\\"));
    OutlookId id = created();
    of.mailbox().update(id, MailboxSample.plain(Field.POSITION, text));
    assertThat(read(id).plainValue(Field.POSITION)).isEqualTo(text);
  }

  private OutlookId created() {
    return of.mailbox().create(of.mailbox().defaultFolder(), MailboxSample.whole()).id();
  }

  private OutlookContact read(OutlookId id) {
    return of.mailbox().read(id).orElseThrow();
  }
}
