package io.crmsync.domain.patch;

import static io.crmsync.domain.patch.PatchedOutlook.apply;
import static io.crmsync.domain.patch.PatchedOutlook.created;
import static io.crmsync.domain.patch.PatchedOutlook.seen;
import static io.crmsync.domain.patch.PatchedOutlook.typed;
import static io.crmsync.domain.patch.PatchedOutlook.withOwnEntries;
import static io.crmsync.domain.patch.Sample.CONTACT;
import static io.crmsync.domain.patch.Sample.HASHER;
import static io.crmsync.domain.patch.Sample.everyField;
import static io.crmsync.domain.patch.Sample.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.plan.Changes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("R10, R11: field by field")
class FieldByFieldTest {
  private static final Base BASE = HASHER.baseOf(everyField());
  private static final ContactPatch CREATE = Patches.create(CONTACT, everyField(), "");
  private static final WrittenValues WRITTEN =
      Sample.written(everyField(), CREATE, created(CREATE));

  /** The CRM says this now; the mailbox gets the difference from the base. */
  private static OutlookContact synced(OutlookContact current, Base base, FieldValues desired) {
    Set<Field> changed = Changes.between(base, desired, HASHER);
    WrittenValues written = new WrittenValues(base, WRITTEN.answers(), UnknownWrites.NOTHING);
    return apply(Patches.update(changed, desired, written, HASHER, Optional.of(current)), current);
  }

  private static OutlookContact copy() {
    return withOwnEntries(created(Patches.create(CONTACT, everyField(), "")));
  }

  @Test
  void johnBecomesJackInOutlookAndStaysUntilTheCrmSaysJoe() {
    FieldValues john = Sample.with(everyField(), Field.FIRST_NAME, "John");
    OutlookContact copy = created(Patches.create(CONTACT, john, ""));
    OutlookContact jack = typed(copy, Field.FIRST_NAME, "Jack");

    FieldValues promoted = Sample.with(john, Field.POSITION, "Director");
    OutlookContact later = synced(jack, HASHER.baseOf(john), promoted);
    assertThat(seen(later, Field.FIRST_NAME)).isEqualTo("Jack");
    assertThat(seen(later, Field.POSITION)).isEqualTo("Director");

    FieldValues joe = Sample.with(promoted, Field.FIRST_NAME, "Joe");
    OutlookContact last = synced(later, HASHER.baseOf(promoted), joe);
    assertThat(seen(last, Field.FIRST_NAME)).isEqualTo("Joe");
    assertThat(seen(last)).containsAllEntriesOf(Map.of(Field.POSITION, "Director"));
  }

  @ParameterizedTest
  @EnumSource
  void aChangeInTheCrmLeavesWhatTheUserTypedElsewhere(Field inCrm) {
    for (Field byUser : Field.values()) {
      check(byUser, inCrm, second(inCrm));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFieldEmptiedInTheCrmIsAChangeLikeAnyOther(Field inCrm) {
    for (Field byUser : Field.values()) {
      check(byUser, inCrm, "");
    }
  }

  private static void check(Field byUser, Field inCrm, String value) {
    String typed = byUser == Field.EMAIL ? "typed@example.org" : "typed";
    OutlookContact before = typed(copy(), byUser, typed);
    FieldValues desired = Sample.with(everyField(), inCrm, value);
    OutlookContact after = synced(before, BASE, desired);

    Map<Field, String> expected = seen(before);
    expected.put(inCrm, expectedIn(inCrm, value));
    if (inCrm.partOfName()) {
      expected.put(Field.FULL_NAME, desired.get(Field.FULL_NAME));
    }
    assertThat(seen(after)).as("user: %s, CRM: %s", byUser, inCrm).isEqualTo(expected);
  }

  /** In a list the user's own entry stays behind ours. */
  private static String expectedIn(Field field, String ours) {
    String own = ListSlot.of(field).map(PatchedOutlook::own).orElse("").strip();
    return own.isEmpty() || ours.isEmpty() ? ours + own : ours + "; " + own;
  }

  @ParameterizedTest
  @EnumSource
  void exactlyTheChangedFieldIsSent(Field field) {
    FieldValues desired = Sample.with(everyField(), field, second(field));
    Set<Field> changed = Changes.between(BASE, desired, HASHER);
    ContactPatch patch = Patches.update(changed, desired, WRITTEN, HASHER, Optional.of(copy()));

    assertThat(changed).containsExactly(field);
    assertThat(patch.mark()).isEmpty();
    assertThat(patch.categories()).isEmpty();
    assertThat(patch.lists().keySet()).isEqualTo(ListSlot.of(field).map(Set::of).orElse(Set.of()));
    assertThat(patch.addresses().keySet())
        .isEqualTo(AddressSlot.of(field).map(Set::of).orElse(Set.of()));
    assertThat(patch.plain().keySet()).isEqualTo(plainFor(field));
  }

  private static Set<Field> plainFor(Field field) {
    if (field.shape() != Field.Shape.PLAIN) {
      return Set.of();
    }
    return field.partOfName() && field != Field.FULL_NAME
        ? Set.of(field, Field.FULL_NAME)
        : Set.of(field);
  }

  @Test
  void theTitleIsNoPartOfTheDisplayName() {
    FieldValues desired = Sample.with(everyField(), Field.TITLE, "Dr");
    assertThat(
            Patches.update(Set.of(Field.TITLE), desired, WRITTEN, HASHER, Optional.empty()).plain())
        .isEqualTo(Map.of(Field.TITLE, "Dr"));
  }

  @Test
  void theSameStateAgainChangesNothing() {
    assertThat(Changes.between(BASE, everyField(), HASHER)).isEmpty();
    assertThat(Patches.update(Set.of(), everyField(), WRITTEN, HASHER, Optional.empty()).isEmpty())
        .isTrue();
  }

  /** Sent by a version that took off less than this one. */
  @ParameterizedTest
  @EnumSource
  void whatWasSentInAnEarlierFormIsNoChange(Field field) {
    String earlier = field == Field.BIRTH_DATE ? "0001-01-01" : "value\u200B";
    Base base = new Base(Map.of(field, HASHER.hash(field, earlier)));
    FieldValues desired = FieldValues.stored(Map.of(field, earlier), Map.of());
    assertThat(Changes.between(base, desired, HASHER)).isEmpty();
    assertThat(Changes.between(base, FieldValues.none(), HASHER)).containsExactly(field);
    assertThat(Changes.between(HASHER.baseOf(desired), desired, HASHER)).isEmpty();
  }

  @Test
  void changesAreInTheOrderOfTheFields() {
    assertThat(Changes.between(Base.NONE, everyField(), HASHER)).containsExactly(Field.values());
    assertThat(Changes.between(BASE, FieldValues.none(), HASHER)).containsExactly(Field.values());
  }

  @ParameterizedTest
  @EnumSource
  void listsAndAddressesAreReadBeforeTheyAreSent(Field field) {
    boolean whole = field.shape() != Field.Shape.PLAIN;
    assertThat(Patches.needsCurrent(EnumSet.of(Field.TITLE, field))).isEqualTo(whole);
    if (whole) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> Patches.update(Set.of(field), everyField(), WRITTEN, HASHER, Optional.empty()));
    }
  }

  @Test
  void theLinesOfTheUsersOwnStreetGoBackAsTheyAre() {
    String lines = "c/o Sample\r\n 2 Side Street\t";
    OutlookContact copy = typed(copy(), Field.HOME_STREET, lines);
    FieldValues desired = Sample.with(everyField(), Field.HOME_CITY, "Town");
    ContactPatch patch =
        Patches.update(Set.of(Field.HOME_CITY), desired, WRITTEN, HASHER, Optional.of(copy));
    assertThat(patch.addresses().get(AddressSlot.HOME)).containsEntry(Field.HOME_STREET, lines);
    assertThat(copy.plainValue(Field.HOME_STREET)).isEqualTo("c/o Sample, 2 Side Street");
  }

  @Test
  void ofAnAddressThatTheUserEmptiedOnlyTheChangedPartComesBack() {
    OutlookContact copy = created(Patches.create(CONTACT, everyField(), ""));
    for (Field part : AddressSlot.HOME.parts()) {
      copy = typed(copy, part, "");
    }
    FieldValues desired = Sample.with(everyField(), Field.HOME_CITY, "Town");
    Set<Field> changed = Set.of(Field.HOME_CITY);
    assertThat(Patches.update(changed, desired, WRITTEN, HASHER, Optional.of(copy)).addresses())
        .isEqualTo(Map.of(AddressSlot.HOME, Map.of(Field.HOME_CITY, "Town")));
  }

  @Test
  void anAddressWhoseLastPartIsEmptiedIsSentWithoutParts() {
    FieldValues city = Sample.only(Field.HOME_CITY, "Town");
    OutlookContact copy = created(Patches.create(CONTACT, city, ""));
    ContactPatch patch =
        Patches.update(
            Set.of(Field.HOME_CITY),
            FieldValues.none(),
            Sample.base(HASHER.baseOf(city)),
            HASHER,
            Optional.of(copy));
    assertThat(patch.addresses()).isEqualTo(Map.of(AddressSlot.HOME, Map.of()));
    assertThat(patch.isEmpty()).isFalse();
  }

  @Test
  void aFieldThatTheUserClearedComesBackOnlyWithAChangeOfIt() {
    OutlookContact cleared = typed(copy(), Field.MOBILE_PHONE, "");
    FieldValues other = Sample.with(everyField(), Field.WEBSITE, "https://example.org");
    assertThat(seen(synced(cleared, BASE, other), Field.MOBILE_PHONE)).isEmpty();
    FieldValues same = Sample.with(other, Field.MOBILE_PHONE, "42");
    assertThat(seen(synced(cleared, BASE, same), Field.MOBILE_PHONE)).isEqualTo("42");
  }
}
