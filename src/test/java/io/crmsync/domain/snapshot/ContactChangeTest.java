package io.crmsync.domain.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.AudiencePolicy;
import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.eligibility.NotActionable;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.snapshot.StoredContact.News;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What one reading of a contact changes in the snapshot")
class ContactChangeTest {
  private static final ContactId CONTACT = new ContactId("c1");
  private static final UserId ANN = new UserId("ann");
  private static final UserId BEN = new UserId("ben");
  private static final GroupId PILOT = new GroupId("pilot");
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Directory DIRECTORY =
      new Directory(
          Stream.of(ANN, BEN)
              .map(id -> new CrmUser(id, new MailboxAddress(id + "@example.org"), true))
              .toList(),
          Map.of(PILOT, Set.of(ANN)));

  private Optional<GroupId> pilot = Optional.empty();

  private static Reading reading(String lastName, Set<UserId> team) {
    return new Reading(
        CONTACT,
        ContactState.ACTIVE,
        FieldValues.of(Map.of(Field.LAST_NAME, lastName)),
        new Access(team, Set.of(), ViewSecurity.EVERYONE),
        NOW);
  }

  private ContactChange change(Optional<StoredContact> stored, Reading reading, boolean again) {
    Entitlement entitlement =
        new Entitlement(
            reading.contactState(),
            reading.access(),
            Set.of(),
            DIRECTORY,
            new AudiencePolicy(pilot, false));
    return ContactChange.between(stored, reading, entitlement, Set.of(), again);
  }

  private ContactChange change(StoredContact stored, Reading reading) {
    return change(Optional.of(stored), reading, false);
  }

  private StoredContact stored(String lastName, Set<UserId> team) {
    return change(Optional.empty(), reading(lastName, team), false).next().fannedOut();
  }

  @Test
  void aNewContactGoesToItsAudience() {
    ContactChange change = change(Optional.empty(), reading("Doe", Set.of(ANN, BEN)), false);
    assertThat(change.kind()).isEqualTo(ContactChange.Kind.CHANGED);
    assertThat(change.toQueue()).containsExactlyInAnyOrder(ANN, BEN);
    assertThat(change.next().pending()).isTrue();
  }

  @Test
  void theSameReadingAgainChangesNothing() {
    ContactChange change = change(stored("Doe", Set.of(ANN)), reading("Doe", Set.of(ANN)));
    assertThat(change.kind()).isEqualTo(ContactChange.Kind.UNCHANGED);
    assertThat(change.toQueue()).isEmpty();
  }

  @Test
  void aFullRunLooksAtEveryPairAllTheSame() {
    ContactChange change =
        change(Optional.of(stored("Doe", Set.of(ANN))), reading("Doe", Set.of(ANN)), true);
    assertThat(change.toQueue()).containsExactly(ANN);
  }

  @Test
  void aChangedFieldGoesToEveryone() {
    ContactChange change =
        change(stored("Doe", Set.of(ANN, BEN)), reading("Roe", Set.of(ANN, BEN)));
    assertThat(change.kind()).isEqualTo(ContactChange.Kind.CHANGED);
    assertThat(change.toQueue()).containsExactlyInAnyOrder(ANN, BEN);
  }

  @Test
  void aNewMemberOfTheTeamIsTheOnlyOneQueued() {
    ContactChange change = change(stored("Doe", Set.of(ANN)), reading("Doe", Set.of(ANN, BEN)));
    assertThat(change.kind()).isEqualTo(ContactChange.Kind.CHANGED);
    assertThat(change.toQueue()).containsExactly(BEN);
  }

  @Test
  void whoIsOffTheTeamIsLeaving() {
    ContactChange change = change(stored("Doe", Set.of(ANN, BEN)), reading("Doe", Set.of(ANN)));
    assertThat(change.next().leaving()).isEqualTo(Map.of(BEN, Reason.NOT_COVERED));
    assertThat(change.toQueue()).isEmpty();
  }

  @Test
  void ofADeletedContactEveryoneIsLeavingAndNoFieldIsKept() {
    ContactChange change = change(stored("Doe", Set.of(ANN, BEN)), Reading.gone(CONTACT, NOW));
    assertThat(change.next().leaving()).isEqualTo(Map.of(ANN, Reason.DELETED, BEN, Reason.DELETED));
    assertThat(change.next().fields()).isEqualTo(FieldValues.none());
    assertThat(change.toQueue()).isEmpty();
  }

  @Test
  void whatIsStillPendingCountsAsChangedAndKeepsWhoWasLeaving() {
    StoredContact pending =
        change(stored("Doe", Set.of(ANN, BEN)), reading("Roe", Set.of(ANN))).next();
    ContactChange again = change(pending, reading("Roe", Set.of(ANN)));
    assertThat(again.kind()).isEqualTo(ContactChange.Kind.CHANGED);
    assertThat(again.toQueue()).containsExactly(ANN);
    assertThat(again.next().leaving()).isEqualTo(Map.of(BEN, Reason.NOT_COVERED));
  }

  @Test
  void whoComesBackIsNotLeavingAnyMore() {
    StoredContact pending =
        change(stored("Doe", Set.of(ANN, BEN)), reading("Doe", Set.of(ANN))).next();
    ContactChange back = change(pending, reading("Doe", Set.of(ANN, BEN)));
    assertThat(back.next().leaving()).isEmpty();
    assertThat(back.toQueue()).containsExactlyInAnyOrder(ANN, BEN);
  }

  @Test
  void anOlderReadingIsDropped() {
    StoredContact stored = stored("Doe", Set.of(ANN));
    Reading old =
        new Reading(
            CONTACT, ContactState.GONE, FieldValues.none(), Access.NONE, NOW.minusMillis(1));
    ContactChange change = change(stored, old);
    assertThat(change.kind()).isEqualTo(ContactChange.Kind.OUTDATED);
    assertThat(change.next()).isEqualTo(stored);
    assertThat(change.toQueue()).isEmpty();
  }

  @Test
  void whatIsNotActionableIsStoredAndNotQueued() {
    ContactChange change = change(stored("Doe", Set.of(ANN)), reading("deceased", Set.of(ANN)));
    assertThat(change.kind()).isEqualTo(ContactChange.Kind.CHANGED);
    assertThat(change.rejection()).contains(NotActionable.DECEASED);
    assertThat(change.toQueue()).isEmpty();
    assertThat(change.next().leaving()).isEmpty();
  }

  @Test
  void whoIsOutsideThePilotIsFrozenAndNotLeaving() {
    StoredContact stored = stored("Doe", Set.of(ANN, BEN));
    pilot = Optional.of(PILOT);
    ContactChange change = change(stored, reading("Doe", Set.of(ANN, BEN)));
    assertThat(change.next().audience()).containsExactly(ANN);
    assertThat(change.next().frozen()).containsExactly(BEN);
    assertThat(change.next().leaving()).isEmpty();
  }

  @Test
  void whoReturnsFromOutsideThePilotNoLongerCoveredIsLeaving() {
    StoredContact stored = stored("Doe", Set.of(ANN, BEN));
    pilot = Optional.of(PILOT);
    StoredContact narrowed = change(stored, reading("Doe", Set.of(ANN))).next().fannedOut();
    pilot = Optional.empty();
    ContactChange change = change(narrowed, reading("Doe", Set.of(ANN)));
    assertThat(change.next().leaving()).isEqualTo(Map.of(BEN, Reason.NOT_COVERED));
  }

  @Test
  void onlyFieldsStandingAndAccessAreNewsOfTheRecordUntilAllWereTold() {
    StoredContact stored = stored("Doe", Set.of(ANN, BEN));
    StoredContact another = change(stored, reading("Roe", Set.of(ANN, BEN))).next();
    assertThat(another.news()).isEqualTo(News.RECORD);
    assertThat(change(another, reading("Roe", Set.of(ANN, BEN))).next().news())
        .isEqualTo(News.RECORD);
    assertThat(change(another.fannedOut(), reading("Roe", Set.of(ANN, BEN))).next().news())
        .isEqualTo(News.AUDIENCE);
  }

  @Test
  void theContentHashTellsStandingFieldsAndValuesApartAndNothingElse() {
    FieldValues doe = FieldValues.of(Map.of(Field.LAST_NAME, "Doe"));
    List<String> hashes =
        List.of(
            ContentHash.of(ContactState.ACTIVE, doe),
            ContentHash.of(ContactState.INACTIVE, doe),
            ContentHash.of(ContactState.ACTIVE, FieldValues.of(Map.of(Field.FIRST_NAME, "Doe"))),
            ContentHash.of(ContactState.ACTIVE, FieldValues.of(Map.of(Field.LAST_NAME, "doe"))),
            ContentHash.of(ContactState.ACTIVE, FieldValues.none()),
            ContentHash.of(ContactState.GONE, FieldValues.none()));
    assertThat(hashes).doesNotHaveDuplicates();
    assertThat(ContentHash.of(ContactState.ACTIVE, FieldValues.of(Map.of(Field.LAST_NAME, " Doe"))))
        .isEqualTo(hashes.get(0));
  }

  @Test
  void whoIsNotActionableIsListedAndNotQueued() {
    Reading nameless = reading("", Set.of(ANN));
    ContactChange listed = change(Optional.empty(), nameless, false);
    assertThat(listed.toQueue()).isEmpty();
    assertThat(listed.toList()).containsExactly(ANN);
    ContactChange queued = change(Optional.empty(), reading("Doe", Set.of(ANN)), false);
    assertThat(queued.toQueue()).containsExactly(ANN);
    assertThat(queued.toList()).isEmpty();
  }

  @Test
  void ofTwoReasonsInARowViewSecurityStays() {
    StoredContact had = stored("Doe", Set.of(ANN));
    Reading hidden =
        new Reading(
            CONTACT,
            ContactState.ACTIVE,
            had.fields(),
            new Access(
                Set.of(ANN),
                Set.of(),
                new ViewSecurity(ViewSecurity.Scope.PRIVATE, Optional.empty(), Set.of())),
            NOW);
    StoredContact pending = change(had, hidden).next();
    assertThat(pending.leaving()).containsExactly(Map.entry(ANN, Reason.VIEW_SECURITY));
    StoredContact gone = change(withAudience(pending), Reading.gone(CONTACT, NOW)).next();
    assertThat(gone.leaving()).containsExactly(Map.entry(ANN, Reason.VIEW_SECURITY));
  }

  /** As a crash may leave it: the leaving of before, and the user among those who hold it. */
  private static StoredContact withAudience(StoredContact row) {
    return new StoredContact(
        row.id(),
        row.contactState(),
        row.fields(),
        row.access(),
        row.contentHash(),
        Set.of(ANN),
        row.frozen(),
        row.leaving(),
        row.readAt(),
        row.news());
  }

  @Test
  void aTombstoneHasNothingOfTheContactButItsId() {
    StoredContact tombstone = StoredContact.tombstone(CONTACT, NOW);
    assertThat(tombstone.id()).isEqualTo(CONTACT);
    assertThat(tombstone.contactState()).isEqualTo(ContactState.GONE);
    assertThat(tombstone.fields()).isEqualTo(FieldValues.none());
    assertThat(tombstone.audience()).isEmpty();
  }
}
