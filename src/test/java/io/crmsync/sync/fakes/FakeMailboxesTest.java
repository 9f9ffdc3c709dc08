package io.crmsync.sync.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.outlook.WriteAnswer;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.port.MailboxContract;
import io.crmsync.sync.port.MailboxOwner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FakeMailboxesTest {
  private static final ContactPatch NOTHING =
      new ContactPatch(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());

  private final FakeMailboxes mailboxes = new FakeMailboxes();
  private final FakeMailbox mailbox = mailboxes.at("ann@example.org");
  private final FolderId home = mailbox.defaultFolder();

  @Test
  void oneMailboxHasOneAddressWhateverItsCase() {
    assertThat(mailboxes.at("Ann@Example.org")).isSameAs(mailbox);
    assertThat(mailboxes.at("bob@example.org").defaultFolder()).isNotEqualTo(home);
  }

  @Test
  void aFaultBeforeLeavesTheRequestUndone() {
    mailbox.failBefore(MailboxCall.CREATE, unknownOutcome());
    assertThatThrownBy(() -> mailbox.create(home, NOTHING)).isInstanceOf(MailboxBusy.class);
    assertThat(mailbox.contacts()).isEmpty();
    mailbox.create(home, NOTHING);
    assertThat(mailbox.contacts()).hasSize(1);
  }

  @Test
  void aFaultAfterLosesOnlyTheAnswer() {
    mailbox.failAfter(MailboxCall.CREATE, unknownOutcome());
    assertThatThrownBy(() -> mailbox.create(home, NOTHING)).isInstanceOf(MailboxBusy.class);
    assertThat(mailbox.contacts()).hasSize(1);
  }

  @Test
  void aClosedMailboxAnswersNothingUntilItIsReopened() {
    mailbox.close(MailboxClosed.Cause.MISSING);
    assertThatThrownBy(mailbox::folders).isInstanceOf(MailboxClosed.class);
    mailbox.reopen();
    assertThat(mailbox.folders()).hasSize(1);
  }

  @Test
  void requestsAreCountedByKindFailedOnesToo() {
    mailboxes.forgetCalls();
    mailbox.failBefore(MailboxCall.LIST, unknownOutcome());
    assertThatThrownBy(() -> mailbox.list(home)).isInstanceOf(MailboxBusy.class);
    mailbox.list(home);
    mailbox.user().add(home, Map.of());
    assertThat(mailbox.calls(MailboxCall.LIST)).isEqualTo(2);
    assertThat(mailboxes.calls()).isEqualTo(2);
  }

  @Test
  void aHookSeesEveryRequestAndMayUseTheMailbox() {
    OutlookId id = mailbox.create(home, NOTHING).id();
    mailboxes.onEveryCall(
        new CallHook() {
          @Override
          public void before(FakeMailbox at, MailboxCall call) {
            at.user().bin(id);
          }
        });
    assertThat(mailbox.list(home)).isEmpty();
  }

  @Test
  void aLaggingSearchFindsNothingNewUntilItHasCaughtUp() {
    mailbox.searchLags(true);
    OutlookId id = mailbox.create(home, NOTHING).id();
    assertThat(mailbox.list(home)).isEmpty();
    assertThat(mailbox.read(id)).isPresent();
    mailbox.searchLags(false);
    assertThat(mailbox.list(home)).hasSize(1);
  }

  @Test
  void theUserEditsOnePartOfAnAddressAndTheOthersStay() {
    OutlookId id =
        mailbox
            .user()
            .add(home, Map.of(Field.BUSINESS_CITY, "Delft", Field.BUSINESS_STREET, "Street 1"));
    mailbox.user().edit(id, Field.BUSINESS_CITY, "Leiden");
    assertThat(mailbox.contact(id).orElseThrow().plain())
        .isEqualTo(Map.of(Field.BUSINESS_CITY, "Leiden", Field.BUSINESS_STREET, "Street 1"));
  }

  private static MailboxBusy unknownOutcome() {
    return new MailboxBusy(MailboxBusy.Cause.OUTCOME_UNKNOWN, "injected", Optional.empty());
  }

  abstract static class Contract extends MailboxContract {
    final FakeMailboxes home = new FakeMailboxes();

    Contract(BinnedCopies binned) {
      home.binnedCopies(binned);
    }

    @Override
    protected Mailbox mailbox() {
      return home.at("ann@example.org");
    }

    @Override
    protected MailboxOwner owner() {
      return new FakeOwner(home.at("ann@example.org").user());
    }

    @Override
    protected boolean binnedAnswer() {
      return home.binnedAnswer();
    }

    @Override
    protected boolean firstNameRequired() {
      return home.firstNameRequired();
    }
  }

  @Nested
  class WhereBinnedCopiesAnswer extends Contract {
    WhereBinnedCopiesAnswer() {
      super(BinnedCopies.ANSWER);
    }
  }

  @Nested
  class WhereBinnedCopiesAreGone extends Contract {
    WhereBinnedCopiesAreGone() {
      super(BinnedCopies.GONE);
      home.requireFirstName();
    }
  }

  @Test
  void twoAddressesOfOneMailboxAreTheSameAndSoTheyAreWhenItIsMadeAnew() {
    FakeMailboxes mailboxes = new FakeMailboxes();
    FakeMailbox anna = mailboxes.at("anna@example.org");
    FolderId before = anna.defaultFolder();
    anna.alias("anna.alias@example.org");
    assertThat(mailboxes.at("anna.alias@example.org").defaultFolder()).isEqualTo(before);
    anna.makeAnew();
    assertThat(mailboxes.at("anna.alias@example.org").defaultFolder())
        .isNotEqualTo(before)
        .isEqualTo(anna.defaultFolder());
    assertThat(mailboxes.calls()).isEqualTo(anna.calls());
  }

  @Nested
  class WhereAddressesAreRewritten extends Contract {
    WhereAddressesAreRewritten() {
      super(BinnedCopies.ANSWER);
      home.rewriteAddresses();
    }

    @Test
    void anAddressIsLostOrAName() {
      List<String> sent =
          List.of("J\u00F6rg@example.org", "a@example.org,", "Ben@colleagues.example");
      WriteAnswer made = mailbox().create(mailbox().defaultFolder(), emails(sent));
      assertThat(made.entries(ListSlot.EMAILS))
          .containsExactly("/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=ben");
    }

    private static ContactPatch emails(List<String> addresses) {
      return new ContactPatch(
          Map.of(),
          Map.of(ListSlot.EMAILS, addresses),
          Map.of(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
