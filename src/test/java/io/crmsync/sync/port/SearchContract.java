package io.crmsync.sync.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Part of {@link MailboxContract}: listing and finding. */
abstract class SearchContract {
  private static final ContactId ONE = new ContactId("Crm-1");
  private static final ContactId OTHER = new ContactId("Crm-2");

  private final MailboxContract of;

  SearchContract(MailboxContract of) {
    this.of = of;
  }

  @Test
  void aListingTellsWhatMatchingNeeds() {
    OutlookId ours = created(ONE, "Our@example.org");
    OutlookId users = of.owner().addContact(home(), "own@example.org", "Own");
    assertThat(of.mailbox().list(home()))
        .extracting(
            FolderEntry::id, FolderEntry::folder, e -> e.mark().orElse(""), FolderEntry::emails)
        .containsExactlyInAnyOrder(
            tuple(ours, home(), "Crm-1", List.of("Our@example.org")),
            tuple(users, home(), "", List.of("own@example.org")));
  }

  @Test
  void aListingHoldsOneFolderOnly() {
    FolderId folder = of.mailbox().createFolder("CRM Contacts");
    OutlookId ours = of.mailbox().create(folder, MailboxSample.whole()).id();
    assertThat(of.mailbox().list(folder)).extracting(FolderEntry::id).containsExactly(ours);
    assertThat(of.mailbox().list(home())).isEmpty();
  }

  @Test
  void theMarkIsFoundAndComparedExactly() {
    OutlookId ours = created(ONE, "");
    created(new ContactId("CRM-1"), "");
    assertThat(found(ONE, "")).containsExactly(ours);
    assertThat(found(OTHER, "")).isEmpty();
  }

  @Test
  void anAddressIsFoundIgnoringCase() {
    OutlookId users = of.owner().addContact(home(), "Ada@Example.org", "Ada");
    assertThat(found(ONE, "ada@example.ORG")).containsExactly(users);
    assertThat(found(ONE, "bda@example.org")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada@B\u00DCCHER.example",
        "SMTP:ada@b\u00FCcher.example",
        "mailto:ada@b\u00FCcher.example",
        "'ada@b\u00FCcher.example'",
        "\"ada@b\u00FCcher.example\"",
        "ada@xn--bcher-kva.example",
        "smtp:ada@XN--BCHER-kva.example"
      })
  void anAddressIsFoundInEverySpelling(String spelling) {
    OutlookId users = of.owner().addContact(home(), spelling, "Ada");
    assertThat(found(ONE, "ada@b\u00FCcher.example")).containsExactly(users);
    assertThat(found(ONE, "ada@xn--bcher-kva.example")).containsExactly(users);
    assertThat(found(ONE, "bda@b\u00FCcher.example")).isEmpty();
  }

  @Test
  void markAndAddressAreFoundTogetherEachContactOnce() {
    OutlookId byMark = created(ONE, "other@example.org");
    OutlookId byAddress = created(OTHER, "ada@example.org");
    OutlookId byBoth = created(ONE, "ada@example.org");
    created(OTHER, "someone@example.org");
    assertThat(found(ONE, "ada@example.org")).containsExactlyInAnyOrder(byMark, byAddress, byBoth);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"o'neil@example.org", "a+b@example.org", "100%@example.org", "a&b=#?/@x.org"})
  void oddAddressesAreFound(String email) {
    OutlookId ours = created(OTHER, email);
    assertThat(found(ONE, email)).containsExactly(ours);
  }

  @Test
  void onlyTheFolderAskedForIsSearched() {
    FolderId folder = of.mailbox().createFolder("CRM Contacts");
    created(ONE, "ada@example.org");
    assertThat(of.mailbox().find(folder, ONE, "ada@example.org")).isEmpty();
  }

  @Test
  void aCopyKeepsTheMarkAndIsNoOlder() {
    OutlookId ours = created(ONE, "ada@example.org");
    OutlookId copy = of.owner().copy(ours, home());
    List<FolderEntry> entries = of.mailbox().find(home(), ONE, "");
    assertThat(entries).extracting(FolderEntry::id).containsExactlyInAnyOrder(ours, copy);
    assertThat(entry(entries, copy).created()).isAfterOrEqualTo(entry(entries, ours).created());
  }

  @Test
  void aBinnedContactIsNotFoundWhereItWas() {
    of.owner().bin(created(ONE, "ada@example.org"));
    assertThat(of.mailbox().list(home())).isEmpty();
    assertThat(found(ONE, "ada@example.org")).isEmpty();
  }

  private FolderId home() {
    return of.mailbox().defaultFolder();
  }

  private OutlookId created(ContactId contact, String email) {
    return of.mailbox()
        .create(home(), MailboxSample.marked(contact, email.isEmpty() ? "x@example.org" : email))
        .id();
  }

  private List<OutlookId> found(ContactId contact, String email) {
    return of.mailbox().find(home(), contact, email).stream().map(FolderEntry::id).toList();
  }

  private static FolderEntry entry(List<FolderEntry> entries, OutlookId id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst().orElseThrow();
  }
}
