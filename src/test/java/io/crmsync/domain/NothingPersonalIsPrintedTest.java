package io.crmsync.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmAddress;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookContact;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.patch.Patches;
import io.crmsync.domain.plan.Forecast;
import io.crmsync.domain.plan.Matching;
import io.crmsync.domain.snapshot.StoredContact;
import io.crmsync.sync.port.ReportedPair;
import io.crmsync.sync.preview.PreviewContacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("R20: what reaches a log through toString")
class NothingPersonalIsPrintedTest {
  private static final String SECRET = "secret@example.org";
  private static final ContactId ID = new ContactId("c1");
  private static final FieldValues FIELDS =
      FieldValues.of(Map.of(Field.EMAIL, SECRET, Field.LAST_NAME, SECRET, Field.HOME_CITY, SECRET));

  static Stream<Object> whatHoldsPersonalValues() {
    CrmAddress address = new CrmAddress(List.of(SECRET), SECRET, SECRET, SECRET, SECRET);
    CrmContact.Name name = new CrmContact.Name(SECRET, SECRET, SECRET, SECRET, SECRET);
    CrmContact.Phones phones = new CrmContact.Phones(SECRET, SECRET, SECRET, SECRET);
    MailboxAddress mailbox = new MailboxAddress(SECRET);
    ContactPatch patch = Patches.create(ID, FIELDS, SECRET);
    FolderEntry entry =
        new FolderEntry(
            new OutlookId("o1"),
            new FolderId("f1"),
            Optional.empty(),
            Instant.EPOCH,
            List.of(SECRET));
    return Stream.of(
        address,
        name,
        phones,
        mailbox,
        patch,
        entry,
        FIELDS,
        new CrmUser(new UserId("u1"), mailbox, true),
        new CrmContact(
            ID,
            ContactKind.PERSON,
            ContactStatus.ACTIVE,
            name,
            SECRET,
            SECRET,
            SECRET,
            SECRET,
            phones,
            address,
            address,
            Access.NONE),
        new OutlookContact(
            new OutlookId("o1"),
            new FolderId("f1"),
            Optional.empty(),
            Instant.EPOCH,
            Map.of(Field.LAST_NAME, SECRET),
            Map.of(ListSlot.EMAILS, List.of(SECRET)),
            List.of(SECRET)),
        new ReportedPair.ToSettle(Forecast.Question.WHICH_COPY, SECRET, Set.of(Field.EMAIL)),
        new PreviewContacts.Criteria(SECRET, Optional.empty(), Optional.empty(), 5),
        new Matching.Match(Matching.Kind.ADOPTABLE, Optional.of(entry)),
        new StoredContact(
            ID,
            ContactState.ACTIVE,
            FIELDS,
            Access.NONE,
            "hash",
            Set.of(),
            Set.of(),
            Map.of(),
            Instant.EPOCH,
            StoredContact.News.NONE));
  }

  @ParameterizedTest
  @MethodSource("whatHoldsPersonalValues")
  void isNeverAPersonalValue(Object holder) {
    assertThat(holder.toString()).doesNotContain(SECRET);
  }
}
